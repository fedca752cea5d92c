import { formatDay, parseDay } from '../../../src/core/calendar';
import { RegisterCheck } from '../../../src/core/check';
import type { ExportKind } from '../../../src/core/exports/exports';
import { checkWithExports } from '../../../src/exchange/exports/bring-exports';
import { positionOf, type Position } from '../../../src/report';

export const madeOn = '2026-11-24';

/** The position by a register on a day, today's if left out; for another what comes later is left out. */
export function positionIn(text: string, day?: string): Position {
  const check = new RegisterCheck(text, { today: parseDay(day ?? madeOn)!, leavesOutLater: day !== undefined });
  check.work();
  return positionOf(check, { madeOn: parseDay(madeOn)!, nameOf: path => path || 'license-register.yaml' })!;
}

/** Today's position by a register with exports of Exchange, by their kinds. */
export async function positionWith(text: string, files: Partial<Record<ExportKind, string>>): Promise<Position> {
  const check = new RegisterCheck(text, { today: parseDay(madeOn)! });
  check.work();
  await checkWithExports(check, { read: ({ kind }) => Promise.resolve(Buffer.from(files[kind]!)) });
  return positionOf(check, { madeOn: parseDay(madeOn)!, nameOf: path => path || 'license-register.yaml' })!;
}

/** Figures in one line: owned, assigned, free, short. */
export function figures({ owned, assigned, free, short }: Position['products'][number] | Position['pools'][number]): string {
  return [owned, assigned, free, short].map(figure => figure ?? '?').join(' ');
}

/** Products with their figures. */
export function products(position: Position): string[] {
  return position.products.map(product => `${product.name}: ${figures(product)}${product.outside > 0 ? `, ${product.outside} outside` : ''}`);
}

/** Runs of short days: product, first and last day, most assigned and owned then. */
export function shortages(position: Position): string[] {
  const day = (value: number | undefined) => (value === undefined ? '…' : formatDay(value));
  return position.products.flatMap(({ name, shortages: runs = [] }) => runs.map(({ from, until, worst }) => `${name}: ${day(from)} to ${day(until)}, ${worst.assigned} of ${worst.owned}`));
}
