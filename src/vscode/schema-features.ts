import type { TextDocument } from 'vscode';
import type { CheckOptions } from '../core/check';
import { namesSchema } from '../core/document/modeline';
import type { Log } from './log';
import { readerFor } from './read-settings';
import { readSchemaFeatures } from './settings';
import { yamlExtensionDoes, type YamlPart } from './yaml-extension';

/**
 * In which documents another extension does what the schema is enough for, which would then show twice: where they name
 * a schema for it and it does that at all, unless a setting says otherwise. Undefined for none.
 * @param part findings, keys and words that are told, or those that are offered
 */
export function schemaLeft(document: TextDocument, part: YamlPart, log: Pick<Log, 'warn'>): CheckOptions['leavesSchema'] {
  const setting = readSchemaFeatures(readerFor(document), sentence => log.warn(sentence));
  return setting === 'off' ? 'always' : setting === 'auto' && yamlExtensionDoes(part, document.uri) ? 'whereNamed' : undefined;
}

/** Whether that is so for a document. */
export function leavesSchema(document: TextDocument, part: YamlPart, log: Pick<Log, 'warn'>): boolean {
  const left = schemaLeft(document, part, log);
  return left === 'always' || (left === 'whereNamed' && namesSchema(linesOf(document)));
}

function* linesOf(document: TextDocument): Generator<string, void> {
  for (let line = 0; line < document.lineCount; line++) {
    yield document.lineAt(line).text;
  }
}
