import type { NotedMailbox } from '../../core/exports/export-notes';
import { groupBy } from '../../core/collections/group-by';
import { printable } from '../../core/text/printable';
import { holderNameOf } from '../../core/findings/related';
import { counted } from '../../core/text/sentence';
import type { Comparison } from './comparison';
import { causes, causeText, differenceText, figuresText, serverTexts, traceNames } from './comparison-text';
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
  const { uncovered, unneeded } = reconciliation;
  const byCause = groupBy(uncovered, ({ cause }) => cause);
  return [
    [figuresText(reconciliation).text, differenceText(reconciliation).text],
    ...causes.flatMap(cause => {
      const accounts = byCause.get(cause) ?? [];
      return accounts.length > 0 ? [[`${causeText(cause, accounts.length).text}:`, ...accounts.map(({ name }) => `  ${name}`)]] : [];
    }),
    ...[...groupBy(unneeded, ({ trace }) => trace)].map(([trace, holders]) => [
      `By the register ${counted(holders.length, 'person holds', 'people hold').text} one, in Exchange: ${traceNames[trace]}`,
      ...inColumns(holders.map(({ assignments: [first] }) => [`  ${holderNameOf(first!)}`, (first!.email ?? first!.login)?.value ?? ''])),
    ]),
  ];
}

/** Rows with their cells below each other. */
function inColumns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => rows.reduce((most, row) => Math.max(most, row[column]!.length), 0));
  return rows.map(row => row.map((cell, column) => cell.padEnd(widths[column]!)).join('  ').trimEnd());
}

function textOf(blocks: readonly (readonly string[])[]): string {
  return blocks.map(lines => lines.map(line => `${printable(line)}\n`).join('')).join('\n');
}
