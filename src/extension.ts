import type { ExtensionContext } from 'vscode';
import { registerChangeCommands } from './vscode/changes/change-commands';
import { registerExchange } from './vscode/exchange/register-exchange';
import { registerFeatures } from './vscode/features/register-features';
import { registerImportCommand } from './vscode/import/import-command';
import { Log } from './vscode/log';
import { registerScripts } from './vscode/powershell/register-scripts';
import { PositionPanels } from './vscode/report/position-panels';
import { registerRulePages } from './vscode/rule-pages';
import { Sessions } from './vscode/sessions';
import { registerShellCommands } from './vscode/shell-commands/register-shell-commands';

/** Called by VS Code when the first YAML document or PowerShell script opens, or a command of ours is called. What it starts ends with its subscriptions. */
export function activate(context: ExtensionContext): void {
  const log = new Log();
  const sessions = new Sessions(log);
  context.subscriptions.push(
    log,
    registerRulePages(context.extensionUri),
    sessions,
    registerExchange(sessions),
    registerFeatures(sessions, context.extensionUri, log),
    registerChangeCommands(sessions),
    registerImportCommand(sessions),
    new PositionPanels(sessions, log),
    registerScripts(context.extensionUri, log),
    registerShellCommands(sessions, context.extensionUri, log),
  );
}
