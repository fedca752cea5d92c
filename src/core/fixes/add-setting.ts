import { isBlank, pairOf, type MapNode } from '../reading/node';
import { placeIn } from '../rule';
import type { FixContext, ReportedEdit, ReportedFix } from './context';
import { contentOf, endOfPair, indentationOf, insertLines, isFlow, writeKeys, type NewPair } from './mapping-text';
import { literal } from './snippet';
import { lineEndOf, writeScalar } from './yaml-text';

/** How far a mapping that we begin is indented, where the register shows no other way. */
const usualIndentation = '  ';

/** Keys of a register that say what it is: settings come behind them. */
const titleKeys = ['register', 'organization'];

/**
 * Sets an entry of a setting that is a mapping, such as `severities` or `typeNames`, in the register's main file.
 * @param value as it is written in YAML
 * @returns no fix where the register is a plain list, or its settings are written in a form that leaves no place
 */
export function addSetting(title: string, setting: string, [key, value]: NewPair, context: FixContext, isSnippet = false): ReportedFix[] {
  const edits = editsFor(setting, [isSnippet ? literal(writeScalar(key)) : writeScalar(key), value], key, context);
  return edits ? [{ title, edits: edits.map(edit => isSnippet ? { ...edit, isSnippet } : edit), safe: false }] : [];
}

function editsFor(setting: string, pair: NewPair, key: string, { keys }: FixContext): ReportedEdit[] | undefined {
  const settings = keys.find(each => each.key.source === 'settings');
  if (keys.length === 0) {
    return undefined;
  }
  if (!settings) {
    return beginSettings(setting, pair, keys);
  }
  const { segment, value } = settings;
  const root = contentOf(segment);
  const mapping = root?.kind === 'map' ? pairOf(root, 'settings')?.value : undefined;
  if (settings.hasItems) {
    return undefined;
  }
  if (isBlank(value)) {
    return [insertLines(segment, settings.key.end, nested([setting, pair.join(': ')], usualIndentation))];
  }
  if (mapping?.kind !== 'map') {
    return undefined;
  }
  const inner = pairOf(mapping, setting);
  if (!inner || isBlank(inner.value)) {
    return isFlow(segment, mapping) || inner
      ? writeKeys(segment, mapping, [[setting, `{ ${pair.join(': ')} }`]], [])
      : beginSetting(setting, pair, settings);
  }
  if (inner.value.kind !== 'map') {
    return undefined;
  }
  const given = pairOf(inner.value, key);
  if (!given || isBlank(given.value)) {
    return writeKeys(segment, inner.value, [pair], []);
  }
  return given.value.kind === 'scalar' ? [{ at: placeIn(segment, given.value), newText: pair[1] }] : undefined;
}

function beginSetting(setting: string, pair: NewPair, { segment, value }: FixContext['keys'][number]): ReportedEdit[] | undefined {
  const mapping = value as MapNode;
  const indentation = indentationOf(segment, mapping);
  return indentation === undefined ? undefined : [insertLines(segment, endOfPair(mapping.pairs.at(-1)!), nested([setting, pair.join(': ')], indentation, indentation))];
}

function beginSettings(setting: string, pair: NewPair, keys: FixContext['keys']): ReportedEdit[] | undefined {
  const { segment, key } = keys[0]!;
  const root = contentOf(segment);
  if (root?.kind !== 'map') {
    return undefined;
  }
  const indentation = indentationOf(segment, root);
  if (indentation === undefined) {
    return writeKeys(segment, root, [['settings', `{ ${setting}: { ${pair.join(': ')} } }`]], [...titleKeys, 'settings']);
  }
  const lines = nested(['settings', setting, pair.join(': ')], usualIndentation, indentation);
  const title = keys.findLast(each => titleKeys.includes(each.key.source) && !each.hasItems);
  if (title) {
    return [insertLines(title.segment, endOfPair(title), lines)];
  }
  const start = key.start - indentation.length;
  return [{ at: placeIn(segment, { start, end: start }), newText: lines.map(line => line + lineEndOf(segment)).join('') }];
}

/** Keys within each other, the last one with its value, a line each. */
function nested(keys: readonly string[], step: string, first = step): string[] {
  return keys.map((key, depth) => first + step.repeat(depth) + key + (depth < keys.length - 1 ? ':' : ''));
}
