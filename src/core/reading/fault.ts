import type { Segment } from '../document/segment';
import type { SectionKey } from '../register/fields';
import type { Form } from './node';
import type { Sentence } from '../text/sentence';
import type { Span } from '../text/text';

/** Codes of the `yaml` package's errors, and our own for what it doesn't report. */
export type SyntaxFaultCode =
  | 'ALIAS_PROPS' | 'BAD_ALIAS' | 'BAD_COLLECTION_TYPE' | 'BAD_DIRECTIVE' | 'BAD_DQ_ESCAPE' | 'BAD_INDENT' | 'BAD_PROP_ORDER'
  | 'BAD_SCALAR_START' | 'BLOCK_AS_IMPLICIT_KEY' | 'BLOCK_IN_FLOW' | 'DUPLICATE_KEY' | 'IMPOSSIBLE' | 'KEY_OVER_1024_CHARS'
  | 'MISSING_CHAR' | 'MULTILINE_IMPLICIT_KEY' | 'MULTIPLE_ANCHORS' | 'MULTIPLE_DOCS' | 'MULTIPLE_TAGS' | 'NON_STRING_KEY'
  | 'RESOURCE_EXHAUSTION' | 'TAB_AS_INDENT' | 'TAG_RESOLVE_FAILED' | 'UNEXPECTED_TOKEN'
  | 'DASH_WITHOUT_BLANK' | 'NO_DASH' | 'MERGE_MARK' | 'STRAY_LINE' | 'UNKNOWN_ANCHOR' | 'TOO_MANY_ALIASES' | 'TOO_DEEP';

/** What has the wrong form: what a key holds, an entry of some kind, or the whole register (undefined). */
type WrongOne = string | Sentence | undefined;

/** What reading a register's text found wrong, before any rule looks across entries. Each kind has a rule of its name. */
export type Fault = Span & {
  /** Whether whoever validates the file by the register's schema, as other programs read its YAML, is told of it as well. */
  readonly bySchema?: boolean;
} & (
  | { readonly rule: 'yaml-syntax'; readonly code: SyntaxFaultCode; readonly detail: string; readonly opening?: Span }
  | { readonly rule: 'several-documents' }
  /** @param dash the dash and the blanks around it with which a new entry would begin at the key, if it seems to begin one */
  | { readonly rule: 'duplicate-key'; readonly key: string; readonly first?: Span & { readonly segment?: Segment }; readonly dash?: string }
  | { readonly rule: 'wrong-type'; readonly expected: Form; readonly found: Form; readonly what: WrongOne }
  /** Entries that belong under another key of the register, of which the first is told. @param key one that their section doesn't know; undefined where they have no section */
  | { readonly rule: 'wrong-section'; readonly section: SectionKey; readonly key: string | undefined }
  | { readonly rule: 'unknown-key'; readonly key: string; readonly known: readonly string[] }
  | { readonly rule: 'unknown-value'; readonly key: string; readonly value: string; readonly known: readonly string[] }
  | { readonly rule: 'setting-invalid'; readonly setting: string; readonly value: string; readonly expected: Sentence; readonly nearest?: string }
  | { readonly rule: 'required-field'; readonly keys: readonly string[]; readonly of: Sentence }
  | { readonly rule: 'date-invalid'; readonly key: string; readonly value: string }
  | { readonly rule: 'quantity-invalid'; readonly key: string; readonly value: string; readonly quoted: boolean }
  | { readonly rule: 'unquoted-scalar'; readonly value: string; readonly readAs: 'number' | 'boolean' | 'null' }
  | { readonly rule: 'cal-key' }
  | { readonly rule: 'broken-scalar'; readonly value: string; readonly cause: 'comment' | 'escape' }
);

/** What the fault of a rule says. */
export type FaultOf<Name extends Fault['rule']> = Extract<Fault, { rule: Name }>;
