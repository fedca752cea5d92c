import { commands, Range, Uri, window, workspace, WorkspaceEdit, type Disposable, type TextDocument } from 'vscode';
import { say } from '../../core/text/sentence';
import type { NoTable } from '../../exchange/exports/csv';
import type { Table } from '../../exchange/exports/read-table';
import { tellNoRegister } from '../no-register';
import { askInSteps } from '../quick-dialog';
import type { Sessions } from '../sessions';

const title = 'Import Assignments';

/** Offers the command that adds the assignments of a CSV file to the register in the active editor. */
export function registerImportCommand(sessions: Pick<Sessions, 'registerOf'>): Disposable {
  // A file that is given saves asking for it: for keybindings and other extensions.
  return commands.registerCommand('exchangeLicenseRegister.importAssignments', async (source?: unknown) => {
    const document = window.activeTextEditor?.document;
    if (!document || !sessions.registerOf(document)) {
      await tellNoRegister(document, title);
      return;
    }
    const file = source instanceof Uri ? source : (await window.showOpenDialog({ title, openLabel: 'Import', filters: { 'CSV files': ['csv', 'txt', 'tsv'], 'All files': ['*'] } }))?.[0];
    if (file) {
      await importInto(document, file);
    }
  });
}

async function importInto(document: TextDocument, file: Uri): Promise<void> {
  const [{ runImport }, list] = await Promise.all([import('./import-wizard'), readList(file)]);
  if ('problem' in list) {
    await window.showErrorMessage(`"${workspace.asRelativePath(file)}" ${list.problem.text}`);
    return;
  }
  const { version } = document;
  const outcome = await askInSteps(title, dialog => runImport(list, document.getText(), dialog));
  if (!outcome) {
    return;
  }
  if ('problem' in outcome) {
    await window.showErrorMessage(`"${workspace.asRelativePath(document.uri)}" ${outcome.problem}`);
    return;
  }
  if (!outcome.edit) {
    await window.showInformationMessage('There is nothing to add: all rows are in the register already, or name nobody.');
    return;
  }
  if (document.isClosed || document.version !== version) {
    await window.showErrorMessage('The register was edited or closed meanwhile, so nothing was added. Run the command again.');
    return;
  }
  const { start, end } = outcome.edit.range;
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, new Range(start.line, start.character, end.line, end.character), outcome.edit.newText);
  if (await workspace.applyEdit(edit)) {
    await window.showInformationMessage(`${outcome.count === 1 ? '1 assignment was' : `${outcome.count} assignments were`} added. Undo takes all of it back.`);
  }
}

/** The list that a file holds, or why there is none: a predicate that follows the file's name in a sentence. */
async function readList(file: Uri): Promise<Table | NoTable> {
  const { findHeader, finishInSlices, mostBytes, readTable, tooLarge } = await import('../../exchange');
  try {
    if ((await workspace.fs.stat(file)).size > mostBytes) {
      return { problem: tooLarge };
    }
    const table = await finishInSlices(readTable(await workspace.fs.readFile(file)), () => new Promise(resolve => setTimeout(resolve)));
    return 'problem' in table || findHeader(table).rows.length > 0 ? table : { problem: say`has a header and no rows, so there is nothing to add.` };
  } catch {
    return { problem: say`does not exist, or cannot be read.` };
  }
}
