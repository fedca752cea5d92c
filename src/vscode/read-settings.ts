import { workspace, type TextDocument } from 'vscode';
import { section, type Read } from './settings';

/** What our settings are set to for a document. */
export function readerFor(document: TextDocument): Read {
  const configuration = workspace.getConfiguration(section, document);
  return name => configuration.get(name);
}
