import type { Measurements, Report } from './report';
import type { Summary } from './statistics';
import { freshCli, longestSlice } from './measure';

/** A row of the table: what it is, and the figure at one size. */
type Row = readonly [title: string, figure: (measurements: Measurements) => string | undefined];

const rows: readonly Row[] = [
  ['First check, from the text to all findings', ({ wholeCheck }) => milliseconds(wholeCheck?.ours.median)],
  ['The same by the command line, with the start of Node', ({ wholeCheck }) => milliseconds(wholeCheck?.parts[freshCli]?.median)],
  ['A keystroke, from the edit to the findings', ({ keystroke }) => milliseconds(keystroke?.ours.median)],
  ['95 of 100 keystrokes take at most', ({ keystroke }) => milliseconds(keystroke?.ours.p95)],
  ['`yaml-language-server`, which validates all again at each keystroke', ({ keystroke }) => milliseconds(languageServer(keystroke?.peers)?.median)],
  ['Longest time without a turn for others, at the first check', ({ open }) => milliseconds(open?.parts[longestSlice]?.median)],
  ['Memory while the register is open', ({ memoryMB }) => memoryMB && `${figure(memoryMB.ours.median)} MB`],
];

/** The table in README.md, in Markdown. */
export function renderReadmeTable({ environment: { node, processors }, sizes }: Report): string {
  const columns = Object.entries(sizes);
  const cells = [
    ['', ...columns.map(([size]) => `${Number(size).toLocaleString('en-US')} entries`)],
    ['---', ...columns.map(() => '---:')],
    ...rows.map(([title, at]) => [title, ...columns.map(([, measurements]) => at(measurements) ?? '–')]),
  ];
  return `${cells.map(row => `| ${row.join(' | ')} |`).join('\n')}\n\nMedians in CPU time of the main thread, Node ${node}, ${processors}.`;
}

function languageServer(peers: Readonly<Record<string, Summary>> | undefined): Summary | undefined {
  return Object.entries(peers ?? {}).find(([name]) => name.startsWith('yaml-language-server'))?.[1];
}

function milliseconds(value: number | undefined): string | undefined {
  return value === undefined ? undefined : `${figure(value)} ms`;
}

function figure(value: number): string {
  return value.toLocaleString('en-US', { maximumSignificantDigits: 2 });
}
