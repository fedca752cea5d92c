import { readFileSync } from 'node:fs';
import type { Profiler } from 'node:inspector';
import type { WorkProfile } from './workers/profile';

interface Spot {
  readonly name: string;
  self: number;
  /** With all that it calls. */
  total: number;
}

/**
 * The functions of a profile in which most time went by. Samples are counted rather than timed: one of which the
 * processor was taken away would seem slow.
 */
export function renderHotSpots({ profile: { nodes, samples = [] }, pauses, milliseconds }: WorkProfile, count = 40): string {
  const selfCounts = new Map<number, number>();
  samples.forEach(id => selfCounts.set(id, (selfCounts.get(id) ?? 0) + 1));
  const byId = new Map(nodes.map(node => [node.id, node]));
  const spots = new Map<string, Spot>();
  const walk = (id: number, above: ReadonlySet<string>): number => {
    const { callFrame, children = [] } = byId.get(id)!;
    const name = nameOf(callFrame);
    const spot = spots.get(name) ?? { name, self: 0, total: 0 };
    spots.set(name, spot);
    const below = new Set(above).add(name);
    const self = selfCounts.get(id) ?? 0;
    const total = children.reduce((sum, child) => sum + walk(child, below), self);
    spot.self += self;
    if (!above.has(name)) {
      // What calls itself counts once.
      spot.total += total;
    }
    return total;
  };
  const all = walk(nodes[0]!.id, new Set());
  const outside = [...spots.values()].filter(({ name }) => /^\((?:idle|program)\)/.test(name)).reduce((sum, { self }) => sum + self, 0);
  const share = (samplesIn: number) => `${(samplesIn / (all - outside) * 100).toFixed(1)} %`.padStart(8);
  const list = (key: 'self' | 'total') => [...spots.values()]
    .filter(({ name }) => !/^\((?:root|idle|program)\)/.test(name))
    .sort((a, b) => b[key] - a[key])
    .slice(0, count)
    .map(spot => `${share(spot.self)} ${share(spot.total)}  ${spot.name}`);
  return [
    `${milliseconds.toFixed(0)} ms of wall time, ${pauses.reduce((a, b) => a + b, 0).toFixed(0)} ms of them in ${pauses.length} pauses to collect garbage; ${all - outside} samples`,
    `\n    self  with what it calls\n${list('self').join('\n')}`,
    `\nby the time with what they call\n${list('total').join('\n')}`,
  ].join('\n');
}

function nameOf({ functionName, url, lineNumber }: Profiler.Profile['nodes'][number]['callFrame']): string {
  const name = functionName || '(anonymous)';
  return url.endsWith('.cjs') ? `${name} ${sourceOf(url, lineNumber)}` : url ? `${name} ${url.slice(url.lastIndexOf('/') + 1)}` : name;
}

const bundles = new Map<string, readonly string[]>();

/** Which file a line of a bundle comes from: esbuild says it in comments. Anonymous functions need the line besides. */
function sourceOf(url: string, line: number): string {
  const file = url.replace(/^file:\/\//, '');
  const lines = bundles.get(file) ?? readFileSync(file, 'utf8').split('\n');
  bundles.set(file, lines);
  for (let at = line; at >= 0; at--) {
    const source = /^\s*\/\/ ((?:src|node_modules|test)\/\S+)$/.exec(lines[at]!)?.[1];
    if (source) {
      return `${source}, line ${line + 1} of the bundle`;
    }
  }
  return `line ${line + 1} of the bundle`;
}
