import { CompletionItem, CompletionItemKind, MarkdownString, Range, SnippetString, window, workspace, type CancellationToken, type CompletionContext, type CompletionItemProvider, type CompletionList, type Position, type TextDocument } from 'vscode';
import { localToday } from '../../core/calendar';
import { mainPath } from '../../core/register/inclusion';
import type { Completion } from '../../features/completion/completion';
import type { Known } from '../../features/completion/known';
import type { Log } from '../log';
import { plainText } from '../plain-text';
import { rulePageUri } from '../rule-pages';
import { leavesSchema } from '../schema-features';
import type { Sessions } from '../sessions';
import type { SchemaFile } from './schema-file';

/**
 * What is typed where something can be offered at once: the blank behind a key or a dash, quotes and brackets. VS Code
 * asks by itself only within words. Behind a colon alone nothing is: who presses Enter there wants a new line.
 */
export const completionTriggers = [' ', '"', "'", '[', ','] as const;

/** Keys of ours are properties, words values: the icons that the JSON extension has for them. */
const kinds: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  key: CompletionItemKind.Property,
  word: CompletionItemKind.EnumMember,
  type: CompletionItemKind.Class,
  purchase: CompletionItemKind.Reference,
  person: CompletionItemKind.User,
  device: CompletionItemKind.Unit,
  day: CompletionItemKind.Constant,
  rule: CompletionItemKind.Operator,
  entry: CompletionItemKind.Snippet,
};

/** Offers keys, values and whole entries in a register, or in a file that one includes. */
export class Completions implements CompletionItemProvider {
  private readonly sessions: Pick<Sessions, 'registerOf' | 'checkOf'>;
  private readonly schema: SchemaFile;
  private readonly log: Log;
  /** What each register was known to say when somebody asked last: it is offered while a check isn't done. */
  private readonly known = new WeakMap<TextDocument, Known>();

  constructor(sessions: Pick<Sessions, 'registerOf' | 'checkOf'>, schema: SchemaFile, log: Log) {
    this.sessions = sessions;
    this.schema = schema;
    this.log = log;
  }

  async provideCompletionItems(document: TextDocument, position: Position, token: CancellationToken, { triggerCharacter }: CompletionContext): Promise<CompletionList | undefined> {
    const register = this.sessions.registerOf(document);
    if (!register || (triggerCharacter === ' ' && !mayBegin(document, position))) {
      return undefined;
    }
    const [{ completionsAt, Known, placeIn, placeInText }, schema] = await Promise.all([import('../../features'), this.schema.read()]);
    if (token.isCancellationRequested || !schema) {
      return undefined;
    }
    const path = document === register ? mainPath : document.uri.toString();
    const check = this.sessions.checkOf(register.uri);
    const spot = check?.spotAt(position, path);
    const place = spot ? placeIn(spot.segment, spot.offset) : placeInText(document.getText(), position);
    const known = this.known.get(register) ?? new Known();
    this.known.set(register, known);
    if (spot) {
      known.open(spot, () => check?.contents());
    }
    const { items, isIncomplete } = completionsAt({
      place,
      known,
      schema,
      today: spot?.today ?? localToday(new Date()),
      indentation: indentationOf(document),
      leavesSchema: leavesSchema(document, 'completion', this.log),
      foundRules: scope => (check?.findings(path) ?? []).filter(({ range }) => scope === 'file' || range.start.line === position.line + (scope === 'line' ? 0 : 1)).map(({ rule }) => rule),
    });
    known.close();
    const start = document.offsetAt(position) - place.offset;
    const rangeOf = ({ replaced }: Completion) => new Range(document.positionAt(start + replaced.start), document.positionAt(start + replaced.end));
    return { isIncomplete, items: items.map((item, index) => toItem(item, index, rangeOf(item))) };
  }

  async resolveCompletionItem(item: CompletionItem): Promise<CompletionItem> {
    if (item.kind === kinds.rule) {
      item.documentation = await summaryOf(typeof item.label === 'string' ? item.label : item.label.label);
    }
    return item;
  }
}

/** The sentence with which the page of a rule begins, below its title. */
async function summaryOf(rule: string): Promise<MarkdownString | undefined> {
  try {
    const page = new TextDecoder().decode(await workspace.fs.readFile(rulePageUri(rule)));
    return new MarkdownString(page.split(/\r?\n\r?\n/, 2)[1]);
  } catch {
    // Where the page can't be read, the name has to do.
    return undefined;
  }
}

/** Whether a blank that was typed may begin a value, as one within a text or a comment doesn't. */
function mayBegin(document: TextDocument, { line, character }: Position): boolean {
  return /(?:[:,{[]|^[ \t]*-|#[ \t]*license-register-disable-.*) $/.test(document.lineAt(line).text.slice(0, character));
}

/** By how many columns the editor indents the document; two where it isn't shown. */
function indentationOf(document: TextDocument): number {
  const tabSize = window.visibleTextEditors.find(editor => editor.document === document)?.options.tabSize;
  return typeof tabSize === 'number' ? tabSize : 2;
}

function toItem({ label, kind, detail, documentation, newText, isSnippet, filterText, suggestsNext, fillsPlace }: Completion, index: number, range: Range): CompletionItem {
  const item = new CompletionItem(kind === 'key' || detail === undefined ? label : { label, description: detail }, kinds[kind]);
  item.range = range;
  item.insertText = isSnippet ? new SnippetString(newText) : newText;
  // Its lines have the indentation of the register, which the editor may not know.
  item.keepWhitespace = true;
  item.sortText = String(index).padStart(5, '0');
  if (filterText !== undefined) {
    item.filterText = filterText;
  }
  if (kind === 'key' && detail !== undefined) {
    item.detail = detail;
  }
  if (documentation && documentation.length > 0) {
    item.documentation = plainText(documentation);
  }
  if (suggestsNext) {
    item.command = { command: 'editor.action.triggerSuggest', title: 'Suggest' };
  }
  if (fillsPlace) {
    item.command = { command: 'jumpToNextSnippetPlaceholder', title: 'Next Place' };
  }
  return item;
}
