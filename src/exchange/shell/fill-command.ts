import type { Fill, ShellCommand } from './shell-command';
import { expandSnippet, fillSnippet, parseSnippet, type SnippetPart } from './snippet';

/** What is known for the stops of commands: a value, or several to choose from. */
export type KnownValues = Readonly<Partial<Record<Fill, readonly string[]>>>;

/** A command with what is known at its stops. */
export interface FilledCommand {
  /** The body of its snippet. */
  readonly snippet: string;
  /** What it leaves when nothing is typed or chosen: of several values the first. */
  readonly text: string;
  /** In words what is still an example in it. */
  readonly open: readonly string[];
}

/** What isn't known is an example. The name of a license and the path of a file can stay as they are. */
const words: Readonly<Partial<Record<Fill, string>>> = {
  server: 'the server',
  person: 'the person',
  'person.name': 'the name',
  'person.login': 'the login',
  'assignment.purchase': 'the purchase',
  'assignment.assigned': 'the day of the assignment',
};

/** What would end a line or show in another order than it is read: no name of anything, but a way to smuggle a command in. */
const treacherous = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/** Puts what is known at the stops of a command, written so that PowerShell takes it as nothing but this text. */
export function fillCommand({ body, fills = {}, asks = {} }: Pick<ShellCommand, 'body' | 'fills' | 'asks'>, known: KnownValues): FilledCommand {
  const parts = parseSnippet(body.join('\n'));
  const texts = new Map<number, readonly string[]>();
  const open: string[] = [];
  for (const number of stopsOf(parts)) {
    const fill = fills[number];
    const values = (fill && known[fill] ? known[fill] : []).map(value => value.trim()).filter(value => value !== '' && !treacherous.test(value));
    texts.set(number, values.map(value => (isInQuotes(parts, number) ? doubled(value) : asWord(value))));
    const word = asks[number] ?? (fill && values.length === 0 ? words[fill] : undefined);
    if (word !== undefined) {
      open.push(word);
    }
  }
  return {
    snippet: fillSnippet(parts, number => texts.get(number) ?? []),
    text: expandSnippet(parts, number => texts.get(number)?.[0]),
    open,
  };
}

function stopsOf(parts: readonly SnippetPart[]): Set<number> {
  return new Set(parts.flatMap(part => (part.kind === 'stop' ? part.number : [])));
}

/** Whether the first stop of a number stands in single quotes. */
function isInQuotes(parts: readonly SnippetPart[], number: number): boolean {
  const before = expandSnippet(parts.slice(0, parts.findIndex(part => part.kind === 'stop' && part.number === number)));
  return (before.slice(before.lastIndexOf('\n') + 1).split("'").length - 1) % 2 === 1;
}

/** Typographic quotes end a string of PowerShell as well. */
function doubled(text: string): string {
  return text.replaceAll(/['\u2018-\u201b]/g, '$&$&');
}

function asWord(text: string): string {
  return /^[A-Za-z][\w.-]*$/.test(text) ? text : `'${doubled(text)}'`;
}
