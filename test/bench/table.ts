import { measures, type Measure, type Measurement, type Report } from './report';
import type { Summary } from './statistics';

type Column = readonly [heading: string, measurement: Measurement | undefined];

/** The figures for people: "median / 95th percentile". */
export function renderTable(report: Report): string {
  const { environment: { node, processors, clock, seed, load } } = report;
  const blocks = [
    `Node ${node}, ${processors}, seed ${seed}, load ${load.toFixed(1)} at the start\nmedian / 95th percentile; times are ${clock}`,
    registersBlock(report),
  ];
  for (const measure of Object.keys(measures) as Measure[]) {
    const columns: Column[] = measure === 'activation' || measure === 'bundleKB'
      ? [['', report[measure]]]
      : Object.entries(report.sizes).map(([size, measurements]) => [Number(size).toLocaleString('en-US'), measurements[measure]]);
    if (columns.some(([, measurement]) => measurement)) {
      blocks.push(measureBlock(measures[measure], columns));
    }
  }
  blocks.push(targetsBlock(report));
  if (report.notes.length > 0) {
    blocks.push(report.notes.map(note => `Note: ${note}`).join('\n'));
  }
  return blocks.join('\n\n');
}

function registersBlock({ registers }: Report): string {
  return Object.entries(registers)
    .map(([size, { bytes, lines }]) => `${Number(size).toLocaleString('en-US')} entries: ${(bytes / 1_000_000).toFixed(2)} MB, ${lines.toLocaleString('en-US')} lines`)
    .join('\n');
}

function measureBlock(title: string, columns: readonly Column[]): string {
  const rows = new Map<string, string[]>();
  for (const [at, [, measurement]] of columns.entries()) {
    const put = (label: string, summary: Summary, key = label, remark = '') => {
      const row = rows.get(key) ?? [label, ...columns.map(() => '')];
      row[at + 1] = remark + figure(summary);
      rows.set(key, row);
    };
    if (measurement) {
      put('ours', measurement.ours);
      Object.entries(measurement.parts).forEach(([part, summary]) => put(`  ${part}`, summary));
      Object.entries(measurement.registers).forEach(([register, { ours, parts }]) => {
        put(`ours, ${register}`, ours);
        const slowest = Object.entries(parts).sort(([, a], [, b]) => b.p95 - a.p95)[0];
        if (slowest) {
          put('  of its parts the most', slowest[1], `${register}, parts`, `${slowest[0]} `);
        }
      });
      Object.entries(measurement.peers).forEach(([peer, summary]) => put(peer, summary));
    }
  }
  return aligned([[title, ...columns.map(([heading]) => heading)], ...rows.values()]);
}

/** The targets that were measured. */
function targetsBlock({ targets }: Report): string {
  const rows = targets.flatMap(({ target, limit, unit, atLeast, value, met }) => value === undefined ? [] : [[
    `${met ? 'met' : 'MISSED'}: ${target}`,
    `${number(value)} ${unit}`,
    `${atLeast ? 'at least' : 'at most'} ${limit.toLocaleString('en-US')}`,
  ]]);
  return aligned([['Targets', '', ''], ...rows]);
}

function figure({ median, p95, runs }: Summary): string {
  return runs === 1 ? number(median) : `${number(median)} / ${number(p95)}`;
}

function number(value: number): string {
  return value.toLocaleString('en-US', value < 10 ? { maximumSignificantDigits: 2 } : { maximumFractionDigits: value < 100 ? 1 : 0 });
}

function aligned(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map(row => row[column]!.length)));
  return rows.map(row => row.map((cell, column) => column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!)).join('  ').trimEnd()).join('\n');
}
