import type { NotedMailbox } from '../core/export-notes';
import { groupBy } from '../core/group-by';
import { printable } from '../core/printable';
import { holderNameOf } from '../core/related';
import { counted } from '../core/sentence';
import type { Comparison } from './comparison';
import { causeName, differenceText, figuresText, serverTexts, tierNames, traceNames } from './comparison-text';
import type { Reconciliation } from './reconcile';

/** All that a comparison found, to be read as a text. */
export function comparisonList({ cals, servers }: Comparison): string {
  const blocks = [...cals.flatMap(blocksOf), ...servers ? [serverTexts(servers).map(({ text }) => text)] : []];
  return textOf(blocks);
}

/** All mailboxes of an export of which a rule speaks, to be read as a text. */
export function mailboxList(rule: string, mailboxes: readonly NotedMailbox[]): string {
  return textOf([
    [`${rule}: ${counted(mailboxes.length, 'mailbox', 'mailboxes').text}`],
    inColumns(mailboxes.map(({ name, account = '', message }) => [name === account ? '' : name, account, message])),
  ]);
}

function blocksOf(reconciliation: Reconciliation): string[][] {
  const { tier, uncovered, unneeded } = reconciliation;
  const heading = (count: number, what: string) => `${tierNames[tier]}, ${what}: ${count}`;
  return [
    [figuresText(reconciliation).text, differenceText(reconciliation).text],
    ...[...groupBy(uncovered, ({ cause }) => cause)].sort(([a], [b]) => Number(b === 'missing') - Number(a === 'missing')).map(([cause, accounts]) =>
      [heading(accounts.length, `counted by Exchange, ${causeName(cause)} in the register`), ...accounts.map(({ name }) => `  ${name}`)]),
    ...[...groupBy(unneeded, ({ trace }) => trace)].map(([trace, holders]) => [
      heading(holders.length, `held in the register, ${traceNames[trace]} in Exchange`),
      ...inColumns(holders.map(({ assignments: [first] }) => [`  ${holderNameOf(first!)}`, (first!.email ?? first!.login)?.value ?? ''])),
    ]),
  ];
}

/** Rows with their cells below each other. */
function inColumns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => rows.reduce((most, row) => Math.max(most, row[column]!.length), 0));
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column]!)).join('  ').trimEnd());
}

function textOf(blocks: readonly (readonly string[])[]): string {
  return blocks.map((lines) => lines.map((line) => `${printable(line)}\n`).join('')).join('\n');
}
