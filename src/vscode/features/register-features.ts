import { Disposable, languages, type Uri } from 'vscode';
import type { Log } from '../log';
import type { Sessions } from '../sessions';
import { Hovers } from './hovers';
import { registerNavigation } from './navigation';
import { SchemaFile } from './schema-file';

/** Registers what helps to write and read a register, beside its findings. */
export function registerFeatures(sessions: Sessions, extension: Uri, log: Log): Disposable {
  return Disposable.from(
    languages.registerHoverProvider({ language: 'yaml' }, new Hovers(sessions, new SchemaFile(extension, log))),
    registerNavigation(sessions),
  );
}
