import type { ExtensionContext } from 'vscode';
import { Log } from './vscode/log';
import { registerRulePages } from './vscode/rule-pages';
import { Sessions } from './vscode/sessions';

/** Called by VS Code when the first YAML document opens. What it starts ends with its subscriptions. */
export function activate(context: ExtensionContext): void {
  const log = new Log();
  context.subscriptions.push(log, registerRulePages(context.extensionUri), new Sessions(log));
}
