import type { TextDocument } from 'vscode';
import { isWorkingCopy } from '../registers';

/** Whether a document is a PowerShell script on which somebody works. */
export function isScript(document: TextDocument): boolean {
  return document.languageId === 'powershell' && isWorkingCopy(document);
}
