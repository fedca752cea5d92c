import { nearest } from '../text/edit-distance';
import type { Fault } from '../reading/fault';
import { severities, type SeveritySetting } from '../findings/finding';
import { normalize } from './identifier';
import { parseLicenseType, tiers, type LicenseType, type Tier } from '../licensing/license-type';
import { formOf, headOf, isBlank, type Form, type MapNode, type Node, type Pair } from '../reading/node';
import { either, keyNamed, say, type Sentence } from '../text/sentence';

/** What a register says about how it is to be checked. */
export interface RegisterSettings {
  /** For how many days a license stays assigned before it may go to another. */
  readonly reassignmentDays: number;
  /** After how many days without a sign-in a mailbox counts as inactive. */
  readonly inactiveDays: number;
  /** How many days before its end the end of cover is told. */
  readonly coverWarningDays: number;
  readonly severities: ReadonlyMap<string, SeveritySetting>;
  /** Words that no person is called, in place of the built-in ones. */
  readonly genericNames: ReadonlySet<string> | undefined;
  /** Types by how they are worded on an invoice, normalized. */
  readonly typeNames: ReadonlyMap<string, LicenseType>;
  /** What plans that cover nothing by themselves stand for. */
  readonly equivalents: ReadonlyMap<LicenseType, readonly Tier[]>;
}

/** What holds where a register sets nothing. */
export const defaultSettings: RegisterSettings = {
  reassignmentDays: 90,
  inactiveDays: 90,
  coverWarningDays: 60,
  severities: new Map(),
  genericNames: undefined,
  typeNames: new Map(),
  equivalents: new Map(),
};

/** The type that a text names: by the register's own wording first, then by the usual ones. */
export function readLicenseType(text: string, settings: RegisterSettings): LicenseType | undefined {
  return (settings.typeNames.size > 0 ? settings.typeNames.get(normalize(text)) : undefined) ?? parseLicenseType(text);
}

const settingKeys = Object.keys(defaultSettings);
const equivalentKeys = ['type', 'covers'];
const severityWords: readonly SeveritySetting[] = [...severities, 'off'];

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

/**
 * Reads the `settings` of a register. What can't be used is a fault, and its default holds.
 * @param ruleNames the rules whose severity can be set
 */
export function readSettings(node: MapNode, ruleNames: readonly string[]): { settings: RegisterSettings; faults: Fault[] } {
  const faults: Fault[] = [];
  const settings: Writable<RegisterSettings> = { ...defaultSettings };
  const reader = new SettingsReader(faults);
  for (const pair of node.pairs) {
    const key = pair.key.source;
    if (isBlank(pair.value)) {
      continue;
    }
    switch (key) {
      case 'reassignmentDays':
      case 'inactiveDays':
      case 'coverWarningDays':
        settings[key] = reader.days(pair) ?? settings[key];
        break;
      case 'severities':
        settings.severities = reader.severities(pair, ruleNames);
        break;
      case 'genericNames':
        settings.genericNames = reader.names(pair);
        break;
      case 'typeNames':
        settings.typeNames = reader.typeNames(pair);
        break;
      case 'equivalents':
        settings.equivalents = reader.equivalents(pair);
        break;
      default:
        reader.unknownKey(pair, settingKeys);
    }
  }
  return { settings, faults };
}

class SettingsReader {
  constructor(private readonly faults: Fault[]) {}

  days({ key, value }: Pair): number | undefined {
    const node = this.text(value, key.source, key);
    if (!node) {
      return undefined;
    }
    if (node.style !== 'plain' || !/^\d+$/.test(node.source)) {
      this.invalid(node, key.source, say`a whole number of days, 0 or more`);
      return undefined;
    }
    return Number(node.source);
  }

  severities(pair: Pair, ruleNames: readonly string[]): ReadonlyMap<string, SeveritySetting> {
    const chosen = new Map<string, SeveritySetting>();
    for (const { key, value } of this.mapping(pair)?.pairs ?? []) {
      const rule = key.source;
      if (!ruleNames.includes(rule)) {
        if (!rule.startsWith('x-')) {
          this.invalid(key, 'severities', say`the name of a rule`, nearest(rule, ruleNames, 3)[0]);
        }
        continue;
      }
      const node = isBlank(value) ? undefined : this.text(value, rule, key);
      const severity = node && severityWords.find(word => word === node.source.trim().toLowerCase());
      if (severity) {
        chosen.set(rule, severity);
      } else if (node) {
        this.invalid(node, rule, either(severityWords), nearest(node.source.toLowerCase(), severityWords, 2)[0]);
      }
    }
    return chosen;
  }

  names(pair: Pair): ReadonlySet<string> | undefined {
    const items = this.list(pair);
    return items && new Set(items.flatMap(item => this.text(item, pair.key.source)?.source.trim().toLowerCase() ?? []));
  }

  typeNames(pair: Pair): ReadonlyMap<string, LicenseType> {
    const names = new Map<string, LicenseType>();
    for (const { key, value } of (this.mapping(pair)?.pairs ?? []).filter(each => !each.key.source.startsWith('x-'))) {
      const type = isBlank(value) ? undefined : this.type(value, key.source, { key, value });
      if (type && !names.has(normalize(key.source))) {
        names.set(normalize(key.source), type);
      }
    }
    return names;
  }

  equivalents(pair: Pair): ReadonlyMap<LicenseType, readonly Tier[]> {
    const equivalents = new Map<LicenseType, readonly Tier[]>();
    for (const item of this.list(pair) ?? []) {
      if (item.kind !== 'map') {
        this.wrongType(headOf(item), 'mapping', item, say`equivalent`);
        continue;
      }
      const given = (key: string) => item.pairs.find(candidate => candidate.key.source === key && !isBlank(candidate.value));
      for (const other of item.pairs.filter(({ key }) => !equivalentKeys.includes(key.source))) {
        this.unknownKey(other, equivalentKeys);
      }
      const typePair = given('type');
      const coversPair = given('covers');
      if (!typePair || !coversPair) {
        this.faults.push({ rule: 'setting-invalid', setting: 'equivalents', value: '', expected: say`both \`type\` and \`covers\``, ...placeOf(headOf(item)) });
        continue;
      }
      const type = this.type(typePair.value, 'type', typePair);
      const covers = this.list(coversPair)?.flatMap(cover => this.tier(cover) ?? []);
      if (type && covers) {
        equivalents.set(type, covers);
      }
    }
    return equivalents;
  }

  private tier(node: Node): Tier | undefined {
    const scalar = this.text(node, 'covers');
    const tier = scalar && tiers.find(word => word === scalar.source.trim().toLowerCase());
    if (scalar && !tier) {
      this.invalid(scalar, 'covers', either(tiers), nearest(scalar.source, tiers, 3)[0]);
    }
    return tier;
  }

  private type(node: Node, setting: string, { key }: Pair): LicenseType | undefined {
    const scalar = this.text(node, setting, key);
    const type = scalar && parseLicenseType(scalar.source);
    if (scalar && !type) {
      this.invalid(scalar, setting, say`the name of a license such as "Exchange Server 2019 Standard User CAL"`);
    }
    return type;
  }

  mapping({ key, value }: Pair): MapNode | undefined {
    if (value.kind === 'map') {
      return value;
    }
    this.wrongType(value.kind === 'scalar' ? value : key, 'mapping', value, key.source);
    return undefined;
  }

  list({ key, value }: Pair): readonly Node[] | undefined {
    if (value.kind === 'seq') {
      return value.items.filter(item => !isBlank(item));
    }
    this.wrongType(value.kind === 'scalar' ? value : key, 'list', value, key.source);
    return undefined;
  }

  /** @param key where a list or mapping is reported; in a list, its own first part */
  text(node: Node, setting: string, key?: Pair['key']): (Node & { kind: 'scalar' }) | undefined {
    if (node.kind === 'scalar') {
      return node;
    }
    this.wrongType(key ?? headOf(node), 'value', node, key ? setting : say`item of ${keyNamed(setting)}`);
    return undefined;
  }

  unknownKey({ key }: Pair, known: readonly string[]): void {
    if (!key.source.startsWith('x-')) {
      this.faults.push({ rule: 'unknown-key', key: key.source, known, bySchema: true, ...placeOf(key) });
    }
  }

  private invalid(node: Node & { kind: 'scalar' }, setting: string, expected: Sentence, near?: string): void {
    this.faults.push({ rule: 'setting-invalid', setting, value: node.source, expected, ...(near !== undefined && { nearest: near }), ...placeOf(node) });
  }

  private wrongType(at: { start: number; end: number }, expected: Form, node: Node, what: string | Sentence): void {
    this.faults.push({ rule: 'wrong-type', expected, found: formOf(node), what, bySchema: true, ...placeOf(at) });
  }
}

function placeOf({ start, end }: { start: number; end: number }): { start: number; end: number } {
  return { start, end };
}
