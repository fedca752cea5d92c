import { parseArgs, type ParseArgsConfig } from 'node:util';

import { parseDay, type Day } from '../core/calendar';
import { nearest } from '../core/text/edit-distance';
import { severities, type SeveritySetting } from '../core/findings/finding';
import { parseLicenseType } from '../core/licensing/license-type';
import { printable } from '../core/text/printable';
import { dateOrders, type DateOrder } from '../exchange/exports/dates';
import { importFields, type ImportField } from '../exchange/import/fields';
import { reportFormatFor, reportFormats, separators, tableNames, type ReportFormat, type SeparatorName, type TableName } from '../report';
import { failThresholds, type FailThreshold } from './exit-code';
import { formatNames, type FormatName } from './formats';
import { listed, quoted } from './wording';

const commandNames = ['check', 'import', 'report', 'rules', 'explain'] as const;
export type CommandName = (typeof commandNames)[number];

/** What `check` is asked for. */
export interface CheckArguments {
  readonly command: 'check';
  /** Files, folders, globs and `-` as they were written. */
  readonly paths: readonly string[];
  readonly format: FormatName;
  /** The day that counts as today; undefined is the system's. */
  readonly asOf: Day | undefined;
  readonly failOn: FailThreshold;
  readonly maxWarnings: number | undefined;
  readonly ruleSeverities: Readonly<Record<string, SeveritySetting>>;
  readonly stdinFilename: string | undefined;
  /** Whether safe fixes are written, only shown as a diff, or not made. */
  readonly fix: 'write' | 'show' | 'no';
  readonly noColor: boolean;
}

/** What `import` is asked for. */
export interface ImportArguments {
  readonly command: 'import';
  /** The CSV file as it was written. */
  readonly list: string;
  readonly register: string;
  /** Columns, by their names or numbers from 1, that hold something else than would be guessed. */
  readonly columns: ReadonlyMap<ImportField, string>;
  readonly dateOrder: DateOrder | undefined;
  /** For rows that name no type, or no purchase. */
  readonly type: string | undefined;
  readonly purchase: string | undefined;
  readonly dryRun: boolean;
}

/** What `report` is asked for. */
export interface ReportArguments {
  readonly command: 'report';
  /** The register as it was written; undefined for the one below the current folder. */
  readonly path: string | undefined;
  readonly format: ReportFormat;
  /** The day that it speaks of; undefined is the system's. */
  readonly asOf: Day | undefined;
  /** The file to write; undefined is standard output. */
  readonly output: string | undefined;
  /** Whether a file that is there may be overwritten. */
  readonly force: boolean;
  readonly table: TableName;
  /** What stands between the cells of CSV; undefined is what Excel takes on this system. */
  readonly separator: SeparatorName | undefined;
  readonly stdinFilename: string | undefined;
}

/** What the command line is asked for. */
export type Arguments =
  | CheckArguments
  | ImportArguments
  | ReportArguments
  | { readonly command: 'rules'; readonly noColor: boolean }
  | { readonly command: 'explain'; readonly rule: string }
  | { readonly command: 'help'; readonly about: CommandName | undefined }
  | { readonly command: 'version' };

/** An argument that can't be used. The message says what is wrong with it and what would be right. */
export class WrongArgument extends Error {
  constructor(
    message: string,
    /** The command whose help tells more. */
    readonly about?: CommandName,
  ) {
    super(message);
  }
}

const options = {
  format: { type: 'string' },
  'as-of': { type: 'string' },
  'fail-on': { type: 'string' },
  'max-warnings': { type: 'string' },
  rule: { type: 'string' },
  output: { type: 'string' },
  force: { type: 'boolean' },
  table: { type: 'string' },
  separator: { type: 'string' },
  'stdin-filename': { type: 'string' },
  fix: { type: 'boolean' },
  'fix-dry-run': { type: 'boolean' },
  register: { type: 'string' },
  columns: { type: 'string' },
  'date-order': { type: 'string' },
  type: { type: 'string' },
  purchase: { type: 'string' },
  'dry-run': { type: 'boolean' },
  'no-color': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const satisfies ParseArgsConfig['options'];
type OptionName = keyof typeof options;

const everywhere: readonly OptionName[] = ['no-color', 'help', 'version'];
const optionsOf: Readonly<Record<CommandName, readonly OptionName[]>> = {
  check: ['format', 'as-of', 'fail-on', 'max-warnings', 'rule', 'stdin-filename', 'fix', 'fix-dry-run', ...everywhere],
  import: ['register', 'columns', 'date-order', 'type', 'purchase', 'dry-run', ...everywhere],
  report: ['format', 'as-of', 'output', 'force', 'table', 'separator', 'stdin-filename', ...everywhere],
  rules: everywhere,
  explain: everywhere,
};

/** Reads the arguments that follow the program's name; throws `WrongArgument`. */
export function readArguments(args: readonly string[], ruleNames: readonly string[]): Arguments {
  // `strict` would stop at the first unknown option with a sentence of Node's that offers no near one.
  const { tokens } = parseArgs({ args: [...args], options, strict: false, allowPositionals: true, tokens: true });
  const words: string[] = [];
  const given: GivenOption[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') {
      words.push(token.value);
    } else if (token.kind === 'option') {
      given.push(token);
    }
  }

  const [word, ...operands] = words;
  const command = word === undefined ? undefined : readCommand(word);
  if (given.some(({ name }) => name === 'help')) {
    return { command: 'help', about: command };
  }
  const values = readOptions(given, command);
  if (values.has('version')) {
    return { command: 'version' };
  }
  switch (command) {
    case undefined:
      throw new WrongArgument(`A command is missing; it is ${listed(commandNames, 'or')}.`);
    case 'check':
      return readCheck(operands, values, ruleNames);
    case 'import':
      return readImport(operands, values);
    case 'report':
      return readReport(operands, values);
    case 'rules':
      if (operands[0] !== undefined) {
        throw new WrongArgument(
          `"rules" lists them all; ${quoted(operands[0])} is too much. To read about one rule, use "explain".`,
          'rules',
        );
      }
      return { command: 'rules', noColor: values.has('no-color') };
    case 'explain':
      return readExplain(operands, ruleNames);
  }
}

interface GivenOption {
  readonly name: string;
  /** As it was written, with its dashes. */
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

function readCommand(word: string): CommandName {
  const command = commandNames.find(name => name === word);
  if (command) {
    return command;
  }
  if (word === '-' || /[./\\*]/.test(word)) {
    throw new WrongArgument(
      `${quoted(word)} is not a command. To check a register, write: exchange-license-register check ${quoted(word)}`,
    );
  }
  throw new WrongArgument(
    `There is no command ${quoted(word)}. ${suggestion(word, commandNames) ?? `It is ${listed(commandNames, 'or')}.`}`,
  );
}

/** The values by option, in the order in which they were given; a switch has none. */
type Values = ReadonlyMap<OptionName, readonly string[]>;

function readOptions(given: readonly GivenOption[], command: CommandName | undefined): Values {
  const allowed = command ? optionsOf[command] : (Object.keys(options) as OptionName[]);
  const values = new Map<OptionName, string[]>();
  for (const option of given) {
    const name = allowed.find(candidate => candidate === option.name);
    if (name === undefined) {
      throw new WrongArgument(noSuchOption(option, command, allowed), command);
    }
    values.set(name, [...(values.get(name) ?? []), ...valuesOf(option, options[name].type, command)]);
  }
  return values;
}

function valuesOf(
  { rawName, value, inlineValue }: GivenOption,
  type: 'string' | 'boolean',
  command: CommandName | undefined,
): string[] {
  if (type === 'boolean') {
    if (inlineValue) {
      throw new WrongArgument(`${rawName} takes no value; leave out ${quoted(`=${value}`)}.`, command);
    }
    return [];
  }
  // What looks like the next option is one: the value was forgotten.
  if (!value || (!inlineValue && /^--?[a-z]/i.test(value))) {
    throw new WrongArgument(`${rawName} needs a value after it.`, command);
  }
  return [value];
}

function noSuchOption(
  { name, rawName }: GivenOption,
  command: CommandName | undefined,
  allowed: readonly OptionName[],
): string {
  const owners = commandNames.filter(owner => optionsOf[owner].some(option => option === name));
  if (command && owners.length > 0) {
    return `${rawName} is an option of ${listed(owners.map(quoted))}, not of "${command}".`;
  }
  const names = allowed.map(option => `--${option}`);
  const advice = suggestion(rawName, names, option => option) ?? `The options are ${listed(names)}.`;
  return `There is no option ${printable(rawName)}. ${advice}`;
}

function readCheck(paths: readonly string[], values: Values, ruleNames: readonly string[]): CheckArguments {
  const last = (option: OptionName): string | undefined => values.get(option)?.at(-1);
  requirePaths(paths, 'check');
  const stdinFilename = readStdinFilename(values, paths, 'check');
  if (values.has('fix') && paths.includes('-') && paths.length > 1) {
    throw new WrongArgument('--fix writes the register on standard input to standard output, so "-" must be the only path.', 'check');
  }
  return {
    command: 'check',
    paths,
    format: oneOf(last('format') ?? 'pretty', formatNames, '--format', 'check'),
    asOf: readDay(last('as-of'), 'check'),
    failOn: oneOf(last('fail-on') ?? 'error', failThresholds, '--fail-on', 'check'),
    maxWarnings: readMaxWarnings(last('max-warnings')),
    ruleSeverities: readRuleSeverities(values.get('rule') ?? [], ruleNames),
    stdinFilename,
    fix: values.has('fix-dry-run') ? 'show' : values.has('fix') ? 'write' : 'no',
    noColor: values.has('no-color'),
  };
}

function readReport(paths: readonly string[], values: Values): ReportArguments {
  const last = (option: OptionName): string | undefined => values.get(option)?.at(-1);
  requirePaths(paths, 'report');
  const [path, more] = paths;
  if (more !== undefined) {
    throw new WrongArgument(`"report" takes one register; ${quoted(more)} is too much. What belongs to a register is named by its "include".`, 'report');
  }
  const named = last('output');
  const output = named === '-' ? undefined : named;
  const separator = last('separator');
  const table = last('table');
  const format = last('format') ?? (output === undefined ? undefined : reportFormatFor(output)) ?? 'markdown';
  for (const option of ['table', 'separator'] as const) {
    if (values.has(option) && format !== 'csv') {
      throw new WrongArgument(`--${option} is for --format csv, which holds one table.`, 'report');
    }
  }
  return {
    command: 'report',
    path,
    format: oneOf(format, reportFormats, '--format', 'report'),
    asOf: readDay(last('as-of'), 'report'),
    output,
    force: values.has('force'),
    table: oneOf(table ?? 'people', tableNames, '--table', 'report'),
    separator: separator === undefined ? undefined : oneOf(separator, Object.keys(separators) as SeparatorName[], '--separator', 'report'),
    stdinFilename: readStdinFilename(values, paths, 'report'),
  };
}

function readImport([list, more]: readonly string[], values: Values): ImportArguments {
  const last = (option: OptionName): string | undefined => values.get(option)?.at(-1);
  const register = last('register');
  if (!list) {
    throw new WrongArgument('"import" needs the CSV file after it.', 'import');
  }
  if (more !== undefined) {
    throw new WrongArgument(`"import" takes one CSV file; ${quoted(more)} is too much.`, 'import');
  }
  if (register === undefined) {
    throw new WrongArgument('--register is missing: it names the register to which the rows are added.', 'import');
  }
  const order = last('date-order');
  const type = last('type');
  if (type !== undefined && !parseLicenseType(type)) {
    throw new WrongArgument(`--type cannot be ${quoted(type)}: write a license such as "Exchange Server 2019 Standard User CAL".`, 'import');
  }
  return {
    command: 'import',
    list,
    register,
    columns: readColumns(values.get('columns') ?? []),
    dateOrder: order === undefined ? undefined : oneOf(order, dateOrders, '--date-order', 'import'),
    type,
    purchase: last('purchase'),
    dryRun: values.has('dry-run'),
  };
}

function readColumns(settings: readonly string[]): ReadonlyMap<ImportField, string> {
  // The name of a column may have commas of its own.
  return new Map(settings.flatMap(setting => setting.split(/,(?=\w+=)/)).map(pair => {
    const [, field, column] = /^(\w+)=(.+)$/s.exec(pair) ?? [];
    if (field === undefined || column === undefined) {
      throw new WrongArgument(`--columns cannot be ${quoted(pair)}: write FIELD=COLUMN, with the field ${listed(importFields, 'or')}.`, 'import');
    }
    return [oneOf(field, importFields, '--columns', 'import'), column] as const;
  }));
}

function requirePaths(paths: readonly string[], command: CommandName): void {
  if (paths.includes('')) {
    throw new WrongArgument('A path is empty. Name a file, a folder or a pattern, or leave it out.', command);
  }
}

function readStdinFilename(values: Values, paths: readonly string[], command: CommandName): string | undefined {
  const stdinFilename = values.get('stdin-filename')?.at(-1);
  if (stdinFilename !== undefined && !paths.includes('-')) {
    throw new WrongArgument(
      '--stdin-filename names the register on standard input, which is read only where "-" is among the paths.',
      command,
    );
  }
  return stdinFilename;
}

function readDay(text: string | undefined, command: CommandName): Day | undefined {
  const day = text === undefined ? undefined : parseDay(text);
  if (text !== undefined && day === undefined) {
    throw new WrongArgument(`--as-of cannot be ${quoted(text)}: write a day that exists as YYYY-MM-DD.`, command);
  }
  return day;
}

function readMaxWarnings(text: string | undefined): number | undefined {
  if (text !== undefined && !/^\d+$/.test(text)) {
    throw new WrongArgument(`--max-warnings cannot be ${quoted(text)}: write a whole number, 0 or more.`, 'check');
  }
  return text === undefined ? undefined : Number(text);
}

const severitySettings = [...severities, 'off'] as const satisfies readonly SeveritySetting[];

function readRuleSeverities(
  settings: readonly string[],
  ruleNames: readonly string[],
): Readonly<Record<string, SeveritySetting>> {
  const bySetting: Record<string, SeveritySetting> = {};
  for (const setting of settings) {
    const [, rule, severity] = /^([^=]+)=(.+)$/s.exec(setting) ?? [];
    if (rule === undefined || severity === undefined) {
      throw new WrongArgument(
        `--rule cannot be ${quoted(setting)}: write NAME=SEVERITY with the severity ${listed(severitySettings, 'or')}.`,
        'check',
      );
    }
    requireRule(rule, ruleNames, 'check');
    bySetting[rule] = oneOf(severity, severitySettings, `--rule ${rule}`, 'check');
  }
  return bySetting;
}

function readExplain([rule, more]: readonly string[], ruleNames: readonly string[]): Arguments {
  if (rule === undefined) {
    throw new WrongArgument('"explain" needs the name of a rule after it; "rules" lists them.', 'explain');
  }
  if (more !== undefined) {
    throw new WrongArgument(`"explain" takes one rule; ${quoted(more)} is too much.`, 'explain');
  }
  requireRule(rule, ruleNames, 'explain');
  return { command: 'explain', rule };
}

function requireRule(name: string, ruleNames: readonly string[], command: CommandName): void {
  if (!ruleNames.includes(name)) {
    const advice = suggestion(name, ruleNames) ?? 'The command "rules" lists them.';
    throw new WrongArgument(`There is no rule ${quoted(name)}. ${advice}`, command);
  }
}

function oneOf<Word extends string>(word: string, words: readonly Word[], option: string, command: CommandName): Word {
  const found = words.find(candidate => candidate === word);
  if (found === undefined) {
    const advice = [`It is ${listed(words, 'or')}.`, suggestion(word, words) ?? ''].join(' ').trimEnd();
    throw new WrongArgument(`${option} cannot be ${quoted(word)}. ${advice}`, command);
  }
  return found;
}

function suggestion(
  word: string,
  candidates: readonly string[],
  shown: (candidate: string) => string = quoted,
): string | undefined {
  // A third of the word: with more letters changed, words would be near that have nothing in common.
  const [near] = nearest(word.toLowerCase(), candidates, Math.min(3, Math.ceil(word.length / 3)));
  return near === undefined ? undefined : `Did you mean ${shown(near)}?`;
}
