import { Disposable, languages, type Uri } from 'vscode';
import type { Log } from '../log';
import type { Sessions } from '../sessions';
import { Completions, completionTriggers } from './completions';
import { Hovers } from './hovers';
import { registerNavigation } from './navigation';
import { SchemaFile } from './schema-file';

/** Registers what helps to write and read a register, beside its findings. */
export function registerFeatures(sessions: Sessions, extension: Uri, log: Log): Disposable {
  const schema = new SchemaFile(extension, log);
  return Disposable.from(
    languages.registerHoverProvider({ language: 'yaml' }, new Hovers(sessions, schema, log)),
    languages.registerCompletionItemProvider({ language: 'yaml' }, new Completions(sessions, schema, log), ...completionTriggers),
    registerNavigation(sessions),
  );
}
