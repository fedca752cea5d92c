import type { RegisterCheck } from '../../core/check';
import type { BroughtExport, ExportKind, ExportRequest } from '../../core/exports/exports';
import { counted, quote, say, type Sentence } from '../../core/text/sentence';
import { readCals } from './read-cals';
import { readLogons, type Logons } from './read-logons';
import { readMailboxes, type MailboxRow } from './read-mailboxes';
import { readServers } from './read-servers';
import { readTable, type Table } from './read-table';
import { finishInSlices, stepRows, type Steps } from '../steps';

/** Where exports are found. */
export interface ExportFiles {
  /**
   * The bytes of a file that a file of the register names, or why there are none: a predicate that follows the
   * file's name in a sentence.
   */
  read(request: ExportRequest): Promise<Uint8Array | { readonly problem: Sentence }>;
}

/** Says that a file lies where a register may not read. */
export const outsideProblem = say`lies outside the folder that this register may read: put the exports below that folder.`;

/** Says that there is no such file. */
export const missingProblem = say`does not exist. Check how it is written: paths start from the folder of the register.`;

/** Reads the exports that the files of a register name, and checks the register together with them. */
export async function checkWithExports(check: Pick<RegisterCheck, 'wantedExports' | 'bringExports' | 'work'>, files: ExportFiles): Promise<void> {
  const wanted = check.wantedExports();
  if (wanted.length > 0) {
    check.bringExports(await readExports(wanted, files, () => Promise.resolve()));
    check.work();
  }
}

/**
 * Reads exports. Last logons are joined with the mailboxes that they are of.
 * @param breathe lets others work; awaited between slices
 */
export async function readExports(requests: readonly ExportRequest[], files: ExportFiles, breathe: () => Promise<void>): Promise<BroughtExport[]> {
  const readings: { readonly request: ExportRequest; readonly reading: Reading }[] = [];
  for (const request of requests) {
    const bytes = await files.read(request);
    readings.push({ request, reading: 'problem' in bytes ? unread(bytes.problem) : await finishInSlices(readExport(request.kind, bytes), breathe) });
  }
  const logons = readings.flatMap(({ reading }) => reading.logons ?? []);
  for (const { mailboxes } of readings.map(({ reading }) => reading)) {
    await finishInSlices(joinLogons(mailboxes ?? [], logons), breathe);
  }
  return readings.map(({ request, reading }) => ({ ...request, ...reading }));
}

interface Reading extends Omit<BroughtExport, keyof ExportRequest> {
  readonly mailboxes?: readonly MailboxRow[];
}

function unread(...problems: readonly Sentence[]): Reading {
  return { isRead: false, problems };
}

/** Tells mailboxes their last logons. */
function* joinLogons(mailboxes: readonly MailboxRow[], logons: readonly Logons['days'][]): Steps<void> {
  for (const [index, mailbox] of mailboxes.entries()) {
    for (const days of logons) {
      mailbox.lastLogon ??= days.get(mailbox.guid);
    }
    if (index % stepRows === 0) {
      yield;
    }
  }
}

function* readExport(kind: ExportKind, bytes: Uint8Array): Steps<Reading> {
  const table = yield* readTable(bytes);
  if ('problem' in table) {
    return unread(table.problem);
  }
  if (table.isCutOff) {
    // Who is missing would be said to have no mailbox.
    return unread(say`ends in the middle of a row, after ${counted(table.rows.length, 'whole row', 'whole rows')}, so it is cut off and nothing of it is used. Export again, and copy the file whole.`);
  }
  if (table.rows.length === 0) {
    return unread(say`has a header and no rows, so nothing of it is used. Check that the command ran with rights to see everything, and export again.`);
  }
  const reading = yield* readRows(kind, table);
  return reading.isRead && table.lostLetters !== undefined ? { ...reading, problems: [...reading.problems, lostLetters(table.lostLetters)] } : reading;
}

function* readRows(kind: ExportKind, table: Table): Steps<Reading> {
  switch (kind) {
    case 'mailboxes': {
      const { mailboxes, problems } = yield* readMailboxes(table);
      if (mailboxes.length > 0) {
        return { isRead: true, problems, mailboxes };
      }
      return problems.length > 0 ? unread(...problems) : unread(say`lists no mailbox: its rows are other recipients.`);
    }
    case 'logons': {
      const { days, problems } = yield* readLogons(table);
      return { isRead: problems.length === 0, problems, logons: days };
    }
    case 'cals': {
      const { rows, problems } = yield* readCals(table);
      return { isRead: rows.length > 0, problems, cals: rows };
    }
    case 'servers': {
      const { servers, problems } = readServers(table);
      return { isRead: servers.length > 0, problems, servers };
    }
  }
}

/** Says that letters became question marks, with the way to export them right. */
export function lostLetters(example: string): Sentence {
  return say`has question marks in place of letters, as in ${quote(example)}: PowerShell wrote it in ASCII. Export again with -Encoding UTF8.`;
}
