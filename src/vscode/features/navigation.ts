import { Disposable, languages } from 'vscode';
import type { Sessions } from '../sessions';
import { Definitions } from './definitions';
import { FileLinks } from './file-links';
import { outlineLabel, Outlines } from './outlines';
import { References } from './references';
import { Renames } from './renames';
import { WorkspaceSymbols } from './workspace-symbols';

/** Registers what leads from one place of a register to others, and what renames them. */
export function registerNavigation(sessions: Sessions): Disposable {
  const selector = { language: 'yaml' };
  const references = new References(sessions);
  return Disposable.from(
    languages.registerDefinitionProvider(selector, new Definitions(sessions)),
    languages.registerReferenceProvider(selector, references),
    languages.registerDocumentHighlightProvider(selector, references),
    languages.registerRenameProvider(selector, new Renames(sessions)),
    languages.registerDocumentLinkProvider(selector, new FileLinks(sessions)),
    languages.registerDocumentSymbolProvider(selector, new Outlines(sessions), { label: outlineLabel }),
    languages.registerWorkspaceSymbolProvider(new WorkspaceSymbols(sessions)),
  );
}
