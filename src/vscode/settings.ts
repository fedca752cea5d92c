import { severities, type SeveritySetting } from '../core/findings/finding';

/** Under which our settings stand. */
export const section = 'exchangeLicenseRegister';

/** Our settings, each as package.json declares it below the section. */
export const settingNames = ['files', 'severities', 'run', 'powershell.check', 'exchangeVersion', 'schemaFeatures', 'codeLenses', 'inlayHints'] as const;
type SettingName = (typeof settingNames)[number];

/** When a register is checked: while it is edited, or when it is opened and saved. */
export type Run = 'onType' | 'onSave';

/** Whether what the schema says of keys is told here: unless the document leaves that to another extension, always, or never. */
export type SchemaFeatures = 'auto' | 'on' | 'off';

/** Gives what a setting is set to, which may be anything. */
export type Read = (name: SettingName) => unknown;

/** Takes a sentence about a value that is ignored. */
export type Warn = (sentence: string) => void;

/** The globs of more files that are registers. */
export function readFiles(read: Read, warn: Warn): string[] {
  const value = read('files');
  if (!Array.isArray(value)) {
    warn(ignored('files', value, 'a list of glob patterns'));
    return [];
  }
  return value.filter((glob): glob is string => {
    const usable = typeof glob === 'string' && glob.trim() !== '';
    if (!usable) {
      warn(ignored('files', glob, 'a glob pattern'));
    }
    return usable;
  });
}

/**
 * The severities by rule.
 * @param isRule whether there is a rule of that name
 */
export function readSeverities(read: Read, isRule: (name: string) => boolean, warn: Warn): Record<string, SeveritySetting> {
  const value = read('severities');
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    warn(ignored('severities', value, 'rules with their severities'));
    return {};
  }
  const usable = Object.entries(value).filter((entry): entry is [string, SeveritySetting] => {
    const [rule, severity] = entry as [string, unknown];
    if (!isRule(rule)) {
      warn(`The setting ${section}.severities names "${rule}", which is no rule: ignored.`);
      return false;
    }
    if (!isSeveritySetting(severity)) {
      warn(ignored(`severities.${rule}`, severity, `one of ${severityWords.join(', ')}`));
      return false;
    }
    return true;
  });
  return Object.fromEntries(usable);
}

/** When registers are checked. */
export function readRun(read: Read, warn: Warn): Run {
  return oneOf('run', read('run'), ['onType', 'onSave'], warn);
}

/** Whether what the schema says is told. */
export function readSchemaFeatures(read: Read, warn: Warn): SchemaFeatures {
  return oneOf('schemaFeatures', read('schemaFeatures'), ['auto', 'on', 'off'], warn);
}

/** A value that must be one of a few; the first of them in place of others. */
export function oneOf<Word extends string>(name: SettingName, value: unknown, words: readonly [Word, ...Word[]], warn: Warn): Word {
  const word = words.find(each => each === value);
  if (word === undefined) {
    warn(ignored(name, value, `one of ${words.join(', ')}`));
  }
  return word ?? words[0];
}

/** Whether figures are shown above sections and purchases. */
export function readCodeLenses(read: Read, warn: Warn): boolean {
  return readSwitch('codeLenses', read('codeLenses'), warn);
}

/** Whether the days that are left are shown behind dates. */
export function readInlayHints(read: Read, warn: Warn): boolean {
  return readSwitch('inlayHints', read('inlayHints'), warn);
}

function readSwitch(name: SettingName, value: unknown, warn: Warn): boolean {
  if (typeof value !== 'boolean') {
    warn(ignored(name, value, 'one of true, false'));
    return true;
  }
  return value;
}

const severityWords: readonly SeveritySetting[] = [...severities, 'off'];

function isSeveritySetting(value: unknown): value is SeveritySetting {
  return (severityWords as readonly unknown[]).includes(value);
}

function ignored(name: string, value: unknown, expected: string): string {
  return `The setting ${section}.${name} has the value ${JSON.stringify(value)}, which is not ${expected}: ignored.`;
}
