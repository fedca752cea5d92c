import { CodeActionKind, Disposable, languages } from 'vscode';
import type { Sessions } from '../sessions';
import { registerCompareCommand } from './compare-command';
import { ExchangeLists } from './exchange-lists';
import { ListActions } from './list-actions';

/** Registers what compares a register with exports of Exchange, and shows who stands behind the figures. */
export function registerExchange(sessions: Sessions): Disposable {
  return Disposable.from(
    registerCompareCommand(sessions),
    new ExchangeLists(sessions),
    languages.registerCodeActionsProvider({ language: 'yaml' }, new ListActions(sessions), { providedCodeActionKinds: [CodeActionKind.QuickFix] }),
  );
}
