import { formatDay } from '../../core/calendar';
import { normalize } from '../../core/register/identifier';
import { canonicalLicenseTypes } from '../../core/licensing/license-type';
import type { TextEdit } from '../../core/text/text';
import { lostLetters } from '../../exchange/exports/bring-exports';
import { readDate } from '../../exchange/exports/dates';
import { isGuessed } from '../../exchange/exports/decode';
import { appendAssignments } from '../../exchange/import/append-assignments';
import { importFields, type ColumnMapping, type ImportField } from '../../exchange/import/fields';
import { findHeader, guessMapping, type ImportTable } from '../../exchange/import/guess-mapping';
import { orderNames, planImport, type ImportChoices, type ImportPlan, type PlannedRow } from '../../exchange/import/plan-import';
import type { Table } from '../../exchange/exports/read-table';
import { confirm, type Choice, type Dialog } from '../dialog';

/** What an import is to write. */
export interface Import {
  /** The one edit; undefined where there is nothing to add. */
  readonly edit: TextEdit | undefined;
  readonly count: number;
}

type ImportDialog = Pick<Dialog, 'pick' | 'ask'>;

/** How fields are called in questions. */
const fieldNames: Readonly<Record<ImportField, string>> = {
  name: 'Name of the person', firstName: 'First name', lastName: 'Last name', email: 'E-mail address', login: 'Login', device: 'Device',
  employee: 'Staff number', type: 'License type', assigned: 'Day of assignment', purchase: 'Purchase', seat: 'Seat', ended: 'Day of the end', note: 'Note',
};

/** Wordings that are asked about one by one; a list with more has another problem. */
const mostWordings = 20;

/**
 * Asks what a list leaves open, shows what would be written, and gives it; undefined when it was called off, or a
 * predicate that follows the register's name where nothing can be appended.
 */
export async function runImport(list: Table, register: string, dialog: ImportDialog): Promise<Import | { readonly problem: string } | undefined> {
  const table = findHeader(list);
  const mapping = await askMapping(table, dialog);
  const choices = mapping && (await askChoices(table, mapping, register, dialog));
  const plan = choices && planImport(table, choices, register);
  if (!plan || !(await confirmRows(plan, list, dialog))) {
    return undefined;
  }
  const added = plan.rows.filter(isNew).map(({ values }) => values);
  if (added.length === 0) {
    return { edit: undefined, count: 0 };
  }
  const edit = appendAssignments(register, added);
  return 'problem' in edit ? { problem: edit.problem.text } : { edit, count: added.length };
}

async function askMapping(table: ImportTable, dialog: ImportDialog): Promise<ColumnMapping | undefined> {
  let mapping = guessMapping(table);
  for (;;) {
    const field = await dialog.pick<ImportField | 'done'>('Which column holds what?', [
      { label: '$(check) Go on with these columns', answer: 'done' },
      ...importFields.map(each => ({
        label: fieldNames[each],
        description: mapping[each] === undefined ? 'not in this list' : table.header[mapping[each]]!,
        detail: mapping[each] === undefined ? '' : samplesOf(table, mapping[each]),
        answer: each,
      })),
    ]);
    if (field === undefined || field === 'done') {
      return field && mapping;
    }
    const column = await dialog.pick(fieldNames[field], [
      { label: 'Not in this list', answer: -1 },
      ...table.header.map((name, index) => ({ label: name, description: samplesOf(table, index), answer: index })),
    ]);
    if (column !== undefined) {
      const others = Object.entries(mapping).filter(([each, index]) => each !== field && index !== column);
      mapping = Object.fromEntries(column < 0 ? others : [...others, [field, column]]);
    }
  }
}

/** What stands in a column first. */
function samplesOf({ rows }: ImportTable, column: number): string {
  return [...new Set(rows.slice(0, 20).map(({ cells }) => cells[column] ?? '').filter(cell => cell !== ''))].slice(0, 3).join(' · ');
}

async function askChoices(table: ImportTable, mapping: ColumnMapping, register: string, dialog: ImportDialog): Promise<ImportChoices | undefined> {
  let choices: ImportChoices = { mapping };
  const { undecidedDate } = planImport(table, choices, register);
  if (undecidedDate) {
    const { example, orders } = undecidedDate;
    const dateOrder = await dialog.pick('Which day comes of these dates?', orders.map(order => ({
      label: `"${example}" is ${formatDay(readDate(example, order)!)}`, description: orderNames[order], answer: order,
    })));
    if (!dateOrder) {
      return undefined;
    }
    choices = { ...choices, dateOrder };
  }
  if (mapping.type === undefined) {
    const type = await dialog.pick('Which license do these people hold?', [{ label: 'Leave it open', answer: '' }, ...canonicalLicenseTypes.map(name => ({ label: name, answer: name }))]);
    if (type === undefined) {
      return undefined;
    }
    choices = { ...choices, type: type || undefined };
  }
  if (mapping.purchase === undefined) {
    const purchase = await dialog.ask('Which purchase do these licenses come from?', 'Number of the purchase document or order. Leave it empty if they come from several.');
    if (purchase === undefined) {
      return undefined;
    }
    choices = { ...choices, purchase: purchase.trim() || undefined };
  }
  const typeNames = new Map<string, string>();
  for (const { text, count, nearest } of planImport(table, choices, register).unreadTypes.slice(0, mostWordings)) {
    const type = await dialog.pick(`What does "${text}" mean, in ${count === 1 ? '1 row' : `${count} rows`}?`, [
      ...[...new Set([...nearest, ...canonicalLicenseTypes])].map(name => ({ label: name, answer: name })),
      { label: 'Leave it as it is', answer: '' },
    ]);
    if (type === undefined) {
      return undefined;
    }
    if (type !== '') {
      typeNames.set(normalize(text), type);
    }
  }
  return { ...choices, typeNames };
}

/** Shows what would be written, the rows with problems first. */
function confirmRows({ rows }: ImportPlan, list: Table, dialog: ImportDialog): Promise<boolean> {
  const count = rows.filter(isNew).length;
  const troubled = rows.filter(row => row.problems.length > 0);
  const others = rows.filter(row => row.problems.length === 0);
  const warnings = [
    ...(list.lostLetters === undefined ? [] : [`The list ${lostLetters(list.lostLetters).text}`]),
    ...(list.isCutOff ? ['The list ends in the middle of a row; that row is left out.'] : []),
    ...(isGuessed(list.encoding) ? [`The list does not say its encoding and was read as ${list.encoding}: look at the names.`] : []),
  ];
  const goOn = count > 0 ? `$(check) Add ${count === 1 ? '1 assignment' : `${count} assignments`}` : 'Nothing to add';
  return confirm(dialog, `${count} of ${rows.length} rows would be added`, goOn, warnings, [...troubled, ...others].map(previewOf));
}

const statusNames: Readonly<Record<PlannedRow['status'], string>> = { new: '', known: 'in the register already', repeated: 'twice in the list', nobody: 'left out' };

function previewOf({ row, status, values, problems }: PlannedRow): Omit<Choice<boolean>, 'answer'> {
  const { name, email, login, device, assigned, type, purchase, ended } = values;
  return {
    label: `${problems.length > 0 ? '$(warning) ' : ''}${name ?? email ?? login ?? device ?? `Row ${row}`}`,
    description: [statusNames[status], email, login, device].filter(each => each).join(' · '),
    detail: problems.length > 0 ? problems.map(({ text }) => text).join(' ') : [type, assigned, ended, purchase].filter(each => each).join(' · '),
  };
}

function isNew({ status }: PlannedRow): boolean {
  return status === 'new';
}
