import type { TextDocument } from 'vscode';
import type { Log } from '../log';
import { readerFor } from '../read-settings';
import { readSchemaFeatures } from '../settings';

/**
 * Whether another extension tells of a document what the schema says, which would then show twice: the keys, and the
 * words that they take. That is so where the document names a schema for it, unless a setting says otherwise.
 */
export function leavesSchema(document: TextDocument, log: Pick<Log, 'warn'>): boolean {
  const setting = readSchemaFeatures(readerFor(document), (sentence) => log.warn(sentence));
  return setting === 'off' || (setting === 'auto' && namesSchema(document));
}

function namesSchema(document: TextDocument): boolean {
  for (let line = 0; line < document.lineCount; line++) {
    const { text } = document.lineAt(line);
    if (/^#\s*yaml-language-server:\s*\$schema=/.test(text)) {
      return true;
    }
    // A modeline stands among the comments above the first content.
    if (!/^\s*(?:#|$)/.test(text)) {
      return false;
    }
  }
  return false;
}
