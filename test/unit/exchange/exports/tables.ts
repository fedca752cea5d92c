import assert from 'node:assert/strict';
import { readTable, type Table } from '../../../../src/exchange/exports/read-table';
import { finish } from '../../../../src/exchange/steps';

/** A CSV text as a table. */
export function tableOf(...lines: readonly string[]): Table {
  const table = finish(readTable(Buffer.from(lines.map(line => `${line}\r\n`).join(''))));
  assert.ok(!('problem' in table), 'problem' in table ? table.problem.text : '');
  return table;
}
