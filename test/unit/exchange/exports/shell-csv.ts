import assert from 'node:assert/strict';
import type { ShellCommands } from '../../../../src/exchange/shell/shell-command';
import { expandSnippet, parseSnippet } from '../../../../src/exchange/shell/snippet';
import { readText } from '../../helpers/examples';

/** A value of a property as it comes out of a remote session; null for one that isn't set. */
export type PropertyValue = string | number | boolean | null | Date | readonly string[];

/** An object of Exchange by its properties. */
export type ExchangeObject = Readonly<Record<string, PropertyValue>>;

/** A column that a command selects: its name, and what it writes of an object. */
interface SelectedColumn {
  readonly name: string;
  readonly cellOf: (object: ExchangeObject) => string | null;
}

/** What an export command of data/commands.json writes, as Windows PowerShell 5.1 is documented to. */
export interface ShellCsvForm {
  /** `,` unless `-UseCulture` or `-Delimiter` says otherwise. */
  readonly separator?: ',' | ';' | '\t';
  /** Without `-NoTypeInformation`. */
  readonly hasTypeLine?: boolean;
  /** The three columns of a remote session, which come with whole objects: before the others or behind them. */
  readonly sessionColumns?: 'first' | 'last';
  /** How the session writes dates that the command doesn't. */
  readonly culture?: 'en-US' | 'pl-PL';
}

const { commands } = JSON.parse(readText('data/commands.json')) as ShellCommands;

/** The whole command, as its snippet leaves it. */
function textOf(id: string): string {
  const command = commands.find(each => each.id === id);
  assert.ok(command, `There is no command ${id} any more.`);
  return expandSnippet(parseSnippet(command.body.join('\n')));
}

/** The CSV text that a command writes of objects. Fails for what the command selects and these don't have. */
export function shellCsv(id: string, objects: readonly ExchangeObject[], form: ShellCsvForm = {}): string {
  const { separator = ',', culture = 'en-US' } = form;
  const columns = columnsOf(id, culture);
  const session = form.sessionColumns ? [['PSComputerName', 'ex01.contoso.example'], ['RunspaceId', '7d6b2a0e-1f0c-4f4b-9d53-1c2f3e4a5b6c'], ['PSShowComputerName', 'False']] as const : [];
  const line = (own: readonly (string | null)[], added: readonly string[]) =>
    (form.sessionColumns === 'first' ? [...added, ...own] : [...own, ...added]).map(quoted).join(separator);
  return [
    ...(form.hasTypeLine ? ['#TYPE Selected.System.Management.Automation.PSCustomObject'] : []),
    line(columns.map(({ name }) => name), session.map(([name]) => name)),
    ...objects.map(object => line(columns.map(({ cellOf }) => cellOf(object)), session.map(([, value]) => value))),
    '',
  ].join('\r\n');
}

/** What Format-Table shows of the same objects. */
export function shellTable(id: string, objects: readonly ExchangeObject[]): string {
  const columns = columnsOf(id, 'en-US').slice(0, 4);
  const row = (cells: readonly (string | null)[]) => cells.map(cell => (cell ?? '').slice(0, 19).padEnd(20)).join('');
  const names = columns.map(({ name }) => name);
  return ['', row(names), row(names.map(name => '-'.repeat(Math.min(name.length, 19)))), ...objects.map(object => row(columns.map(({ cellOf }) => cellOf(object)))), '', ''].join('\r\n');
}

function columnsOf(id: string, culture: NonNullable<ShellCsvForm['culture']>): SelectedColumn[] {
  const [, selected, options] = /Select-Object (.*?) \|\s*Export-Csv (.*)$/s.exec(textOf(id)) ?? [];
  assert.ok(selected && options, `${id} doesn't select columns and export them.`);
  assert.match(options, /-NoTypeInformation -Encoding UTF8$/);
  return [...selected.matchAll(/@\{ Name = '(?<name>\w+)'; Expression = \{ (?<expression>.*?) \} \}|(?<plain>\w+)/g)].map(({ groups }) => {
    const { name, expression, plain } = groups!;
    return plain ? { name: plain, cellOf: object => asText(propertyOf(object, plain), culture) } : { name: name!, cellOf: evaluated(expression!, culture) };
  });
}

/** The two expressions that the commands calculate columns with. */
function evaluated(expression: string, culture: NonNullable<ShellCsvForm['culture']>): SelectedColumn['cellOf'] {
  const [, joined, separator] = /^\$_\.(\w+) -join '(.)'$/.exec(expression) ?? [];
  if (joined) {
    return object => [propertyOf(object, joined)].flat().join(separator);
  }
  const [, sortable] = /^'\{0:s\}' -f \$_\.(\w+)$/.exec(expression) ?? [];
  assert.ok(sortable, `This test can't evaluate { ${expression} }.`);
  return object => {
    const value = propertyOf(object, sortable);
    return value instanceof Date ? value.toISOString().slice(0, 19) : asText(value, culture) ?? '';
  };
}

function propertyOf(object: ExchangeObject, name: string): PropertyValue {
  assert.ok(name in object, `The objects of this test have no ${name}: say what Exchange has there.`);
  return object[name]!;
}

function asText(value: PropertyValue, culture: NonNullable<ShellCsvForm['culture']>): string | null {
  if (value === null || typeof value === 'string') {
    return value;
  }
  if (value instanceof Date) {
    return culture === 'pl-PL'
      ? `${value.toLocaleDateString('de-DE', { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' })} ${value.toISOString().slice(11, 19)}`
      : value.toLocaleString('en-US', { timeZone: 'UTC' }).replaceAll(/,|\u202f/g, sign => sign === ',' ? '' : ' ');
  }
  return typeof value === 'object' ? 'System.Collections.ArrayList' : typeof value === 'boolean' ? (value ? 'True' : 'False') : String(value);
}

/** As Export-Csv of 5.1 does: all fields in quotes, and nothing for what isn't set. */
function quoted(cell: string | null): string {
  return cell === null ? '' : `"${cell.replaceAll('"', '""')}"`;
}
