import { commands, Range, window, workspace, WorkspaceEdit, type Disposable, type TextDocument, type Uri } from 'vscode';
import type { Table } from '../../exchange/read-table';
import { askInSteps } from '../quick-dialog';

const title = 'Import Assignments';

/** Offers the command that adds the assignments of a CSV file to the register in the active editor. */
export function registerImportCommand(): Disposable {
  return commands.registerCommand('exchangeLicenseRegister.importAssignments', async () => {
    const document = window.activeTextEditor?.document;
    if (document?.languageId !== 'yaml') {
      await window.showErrorMessage('Open the register to which the assignments are to be added, then run this command again.');
      return;
    }
    const [file] = (await window.showOpenDialog({ title, openLabel: 'Import', filters: { 'CSV files': ['csv', 'txt', 'tsv'], 'All files': ['*'] } })) ?? [];
    if (file) {
      await importInto(document, file);
    }
  });
}

async function importInto(document: TextDocument, file: Uri): Promise<void> {
  const [{ readTable }, { finishInSlices }, { runImport }] = await Promise.all([
    import('../../exchange/read-table'), import('../../exchange/steps'), import('./import-wizard'),
  ]);
  const bytes = await workspace.fs.readFile(file);
  const list: Table | { problem: { text: string } } = await finishInSlices(readTable(bytes), () => new Promise((resolve) => setTimeout(resolve)));
  if ('problem' in list) {
    await window.showErrorMessage(`"${workspace.asRelativePath(file)}" ${list.problem.text}`);
    return;
  }
  const { version } = document;
  const outcome = await askInSteps(title, (dialog) => runImport(list, document.getText(), dialog));
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
