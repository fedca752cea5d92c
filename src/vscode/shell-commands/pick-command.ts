import { QuickPickItemKind, ThemeIcon, window, type QuickInputButton, type QuickPickItem } from 'vscode';
import { fillCommand, type KnownValues } from '../../exchange/shell/fill-command';
import { describe, kindWords, type CommandKind, type ShellCommand, type ShellCommands } from '../../exchange/shell/shell-command';

/** What becomes of the command that is chosen. */
export type Use = 'insert' | 'copy';

interface Question {
  readonly steps: ShellCommands['steps'];
  readonly commands: readonly ShellCommand[];
  /** The server or person that they are about. */
  readonly subject: string | undefined;
  readonly known: KnownValues;
  readonly use: Use;
}

interface Answer {
  readonly command: ShellCommand;
  readonly use: Use;
}

/** A command in the list, with what was typed to find it. */
interface Shown {
  readonly command: ShellCommand;
  readonly search: string;
}

interface CommandItem extends QuickPickItem {
  readonly command?: ShellCommand;
}

const icons: Readonly<Record<CommandKind, string>> = { read: 'eye', change: 'edit', destructive: 'trash', guide: 'warning' };
const useWords: Readonly<Record<Use, string>> = { insert: 'Insert', copy: 'Copy' };

const tellButton: QuickInputButton = { iconPath: new ThemeIcon('info'), tooltip: 'Show All of It' };
const copyButton: QuickInputButton = { iconPath: new ThemeIcon('copy'), tooltip: 'Copy Instead' };

/** Lets one of the commands be picked: found by what it does, by its kind, or by a word of it as it would be inserted. */
export async function pickCommand(question: Question): Promise<Answer | undefined> {
  let shown: Shown | undefined;
  for (;;) {
    const answer = await pickOnce(question, shown);
    if (answer?.use !== 'tell') {
      return answer && { command: answer.command, use: answer.use };
    }
    const use = await tell(answer.command, question);
    if (use) {
      return { command: answer.command, use };
    }
    shown = answer;
  }
}

/** @param shown where the selection and the search are first */
function pickOnce({ steps, commands, subject, known, use }: Question, shown: Shown | undefined): Promise<(Shown & { readonly use: Use | 'tell' }) | undefined> {
  const pick = window.createQuickPick<CommandItem>();
  pick.title = subject === undefined ? `${useWords[use]} Management Shell Command` : `${useWords[use]} Command for ${subject}`;
  pick.placeholder = 'Search by task, cmdlet or effect (only reads, changes, takes away)';
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  const buttons = use === 'insert' ? [copyButton, tellButton] : [tellButton];
  pick.items = steps.flatMap(({ id, title }) => {
    const items = commands.filter(({ step }) => step === id).map(command => itemOf(command, known, buttons));
    return items.length > 0 ? [{ label: title, kind: QuickPickItemKind.Separator }, ...items] : [];
  });
  if (shown) {
    pick.value = shown.search;
    pick.activeItems = pick.items.filter(({ command }) => command === shown.command);
  }
  return new Promise(resolve => {
    const answer = (command: ShellCommand | undefined, chosen: Use | 'tell') => {
      if (command) {
        resolve({ command, use: chosen, search: pick.value });
        pick.hide();
      }
    };
    pick.onDidAccept(() => answer(pick.selectedItems[0]?.command, use));
    pick.onDidTriggerItemButton(({ item, button }) => answer(item.command, button === copyButton ? 'copy' : 'tell'));
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

function itemOf(command: ShellCommand, known: KnownValues, buttons: readonly QuickInputButton[]): CommandItem {
  return {
    label: command.title,
    description: `${kindWords[command.kind]} · ${command.description}`,
    detail: fillCommand(command, known).text.trim().replaceAll(/\s*\n\s*/g, ' ⏎ '),
    iconPath: new ThemeIcon(icons[command.kind]),
    buttons,
    command,
  };
}

/** Shows all of a command, with what it does and prints. */
async function tell(command: ShellCommand, { known, use }: Question): Promise<Use | undefined> {
  const uses: readonly Use[] = use === 'insert' ? ['insert', 'copy'] : ['copy'];
  const detail = `${describe(command)}\n\n${fillCommand(command, known).text.trim()}`;
  const chosen = await window.showInformationMessage(command.title, { modal: true, detail }, ...uses.map(each => useWords[each]));
  return uses.find(each => useWords[each] === chosen);
}
