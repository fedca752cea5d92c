import { Disposable, languages, type Uri } from 'vscode';
import type { Log } from '../log';
import type { Sessions } from '../sessions';
import { CodeLenses } from './code-lenses';
import { Completions, completionTriggers } from './completions';
import { Hovers } from './hovers';
import { InlayHints } from './inlay-hints';
import { registerNavigation } from './navigation';
import { RegisterStatus } from './register-status';
import { SchemaFile } from './schema-file';
import { suggestAtSnippetPlaces } from './snippet-places';

const selector = { language: 'yaml' };

/** Registers what helps to write and read a register, beside its findings. */
export function registerFeatures(sessions: Sessions, extension: Uri, log: Log): Disposable {
  const schema = new SchemaFile(extension, log);
  const codeLenses = new CodeLenses(sessions, log);
  const inlayHints = new InlayHints(sessions, log);
  return Disposable.from(
    languages.registerHoverProvider(selector, new Hovers(sessions, schema, log)),
    languages.registerCompletionItemProvider(selector, new Completions(sessions, schema, log), ...completionTriggers),
    suggestAtSnippetPlaces(sessions),
    registerNavigation(sessions),
    languages.registerCodeLensProvider(selector, codeLenses),
    codeLenses,
    languages.registerInlayHintsProvider(selector, inlayHints),
    inlayHints,
    new RegisterStatus(sessions),
  );
}
