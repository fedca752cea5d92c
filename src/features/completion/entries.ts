import { entryFields, sectionKinds, type EntryKind, type Field, type SectionKey } from '../../core/register/fields';
import { blankFor, hintFor } from '../../core/fixes/add-keys';
import { choice, placeholder } from '../../core/fixes/snippet';
import { versions } from '../../core/licensing/license-type';

/** An entry that is offered as a whole, with the keys that it is begun with. */
interface EntryForm {
  readonly label: string;
  readonly kind: EntryKind;
  readonly keys: readonly string[];
}

const forms: readonly EntryForm[] = [
  { label: 'New purchase', kind: 'purchase', keys: ['id', 'date', 'type', 'quantity', 'document'] },
  { label: 'New server', kind: 'server', keys: ['name', 'version', 'edition', 'license', 'installed'] },
  { label: 'New device', kind: 'device', keys: ['name', 'users'] },
  { label: 'New mailbox', kind: 'mailbox', keys: ['email', 'kind'] },
  { label: 'New account without CAL', kind: 'noCal', keys: ['email', 'reason'] },
  { label: 'New assignment', kind: 'assignment', keys: ['name', 'email', 'assigned', 'type', 'purchase'] },
  { label: 'New assignment to a device', kind: 'assignment', keys: ['device', 'assigned', 'type', 'purchase'] },
];

/** A snippet of a few lines; further ones have no indentation yet. */
export interface LinesSnippet {
  readonly label: string;
  readonly detail?: string | undefined;
  readonly lines: readonly string[];
}

/** How an entry is written: a line for each key, or all on one line in braces. */
export type EntryLayout = 'lines' | 'braces';

/** The entries that can be begun in a section, without the dash. */
export function entriesFor(kind: EntryKind, layout: EntryLayout): LinesSnippet[] {
  return forms.filter(form => form.kind === kind).map(form => {
    const pairs = pairsOf(form, 1);
    return { label: form.label, detail: form.keys.join(', '), lines: layout === 'braces' ? [`{ ${pairs.join(', ')} }`] : pairs };
  });
}

/** The first entry of a section, with its dash. @param firstNumber of its first place to fill in */
export function firstEntryOf(section: SectionKey, firstNumber = 1): string[] {
  const form = forms.find(({ kind }) => kind === sectionKinds[section])!;
  return pairsOf(form, firstNumber).map((pair, index) => (index === 0 ? `- ${pair}` : `  ${pair}`));
}

const smallRegister = ['purchases', 'servers', 'assignments'] as const;

/** A register to begin with. @param indentation of the entries in a section */
export function wholeRegister(indentation: string): LinesSnippet {
  const lines = [`organization: ${placeholder(1, 'name of the licensee')}`];
  let number = 2;
  for (const section of smallRegister) {
    const entry = firstEntryOf(section, number);
    number += entry.length;
    lines.push('', `${section}:`, ...entry.map(line => indentation + line));
  }
  return { label: 'New register', detail: `organization, ${smallRegister.join(', ')}`, lines };
}

function pairsOf({ kind, keys }: EntryForm, firstNumber: number): string[] {
  const fields: Readonly<Record<string, Field>> = entryFields[kind];
  return keys.map((key, index) => `${key}: ${blankOf(kind, key, fields[key]!, firstNumber + index)}`);
}

function blankOf(kind: EntryKind, key: string, field: Field, number: number): string {
  if (field.kind === 'identifiers') {
    return `[${placeholder(number, hintFor(kind, key))}]`;
  }
  // Who sets up a server today sets up a new one.
  return key === 'version' ? choice(number, versions.toReversed()) : blankFor(kind, key, number);
}
