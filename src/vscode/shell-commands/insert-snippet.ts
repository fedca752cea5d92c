import { SnippetString, ViewColumn, window, workspace, type TextEditor } from 'vscode';

/** Inserts a snippet where the cursor of a PowerShell editor is; in a new PowerShell document where there is none that can be written. */
export async function insertSnippet(body: string, editor: TextEditor | undefined): Promise<void> {
  const snippet = new SnippetString(body);
  if (editor && (await insertInto(editor, snippet))) {
    return;
  }
  const document = await workspace.openTextDocument({ language: 'powershell' });
  const shown = await window.showTextDocument(document, editor ? ViewColumn.Beside : ViewColumn.Active);
  await shown.insertSnippet(snippet);
}

/** Whether the editor took it: nothing tells beforehand that a file can't be written. */
async function insertInto(editor: TextEditor, snippet: SnippetString): Promise<boolean> {
  const { document } = editor;
  if (document.languageId !== 'powershell' || document.isClosed || workspace.fs.isWritableFileSystem(document.uri.scheme) === false) {
    return false;
  }
  const { version } = document;
  return (await editor.insertSnippet(snippet)) && document.version !== version;
}
