import { SnippetString, SnippetTextEdit, TextEdit, WorkspaceEdit, type Uri } from 'vscode';
import type { FixEdit } from '../core/findings/finding';
import { toRange } from './diagnostics';

/** Edits as VS Code makes them, all in one. @param uriOf the address of a file of the register; without a path, of the file that the edits are made from */
export function toWorkspaceEdit(edits: readonly FixEdit[], uriOf: (path?: string) => Uri): WorkspaceEdit {
  const workspaceEdit = new WorkspaceEdit();
  for (const path of new Set(edits.map(edit => edit.path))) {
    workspaceEdit.set(uriOf(path), edits.filter(edit => edit.path === path).map(toTextEdit));
  }
  return workspaceEdit;
}

function toTextEdit({ range, newText, isSnippet }: FixEdit): TextEdit | SnippetTextEdit {
  if (!isSnippet) {
    return TextEdit.replace(toRange(range), newText);
  }
  const edit = SnippetTextEdit.replace(toRange(range), new SnippetString(newText));
  edit.keepWhitespace = true;
  return edit;
}
