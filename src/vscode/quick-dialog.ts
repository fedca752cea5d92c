import { QuickInputButtons, QuickPickItemKind, window, type Disposable, type QuickInput, type QuickPickItem } from 'vscode';
import { back, inSteps, type Choice, type Dialog, type Step, type SteppedDialog } from './dialog';

/** Runs a wizard at the top of the window, by keyboard alone if need be. @param title the command that asks */
export function askInSteps<Outcome>(title: string, wizard: (dialog: Dialog) => Promise<Outcome>): Promise<Outcome> {
  return inSteps(new QuickDialog(title), wizard);
}

/** Nobody chooses from a list that shows for a shorter time, in milliseconds. */
const glance = 150;

type Item<Answer> = QuickPickItem & { readonly answer?: Answer };

class QuickDialog implements SteppedDialog {
  private readonly title: string;

  constructor(title: string) {
    this.title = title;
  }

  pick<Answer>(question: string, choices: readonly Choice<Answer>[], step: Step): Promise<Answer | undefined | typeof back> {
    return this.pickAmong(question, () => itemsOf(choices), step);
  }

  pickMany<Answer>(question: string, choices: readonly Choice<Answer>[], { canGoBack, former }: Step): Promise<readonly Answer[] | undefined | typeof back> {
    const picker = window.createQuickPick<Item<Answer>>();
    const items = itemsOf(choices);
    Object.assign(picker, { title: this.title, placeholder: question, items, canSelectMany: true, matchOnDescription: true, matchOnDetail: true, ignoreFocusOut: true });
    picker.selectedItems = Array.isArray(former) ? items.filter(({ answer }) => answer !== undefined && former.includes(answer)) : [];
    return shown<readonly Answer[]>(picker, canGoBack, answer => [
      picker.onDidAccept(() => {
        const chosen = picker.selectedItems.flatMap(item => item.answer ?? []);
        if (chosen.length > 0) {
          answer(chosen);
        }
      }),
    ]);
  }

  search<Answer>(question: string, find: (typed: string) => readonly Choice<Answer>[], step: Step): Promise<Answer | undefined | typeof back> {
    // What was found is shown whatever VS Code itself would make of what was typed.
    return this.pickAmong(question, typed => itemsOf(find(typed)).map(item => ({ ...item, alwaysShow: true })), step, true);
  }

  ask(question: string, prompt: string, { value = '', problemOf = () => undefined }: Parameters<SteppedDialog['ask']>[2], { canGoBack, former }: Step): Promise<string | undefined | typeof back> {
    const input = window.createInputBox();
    Object.assign(input, { title: `${this.title}: ${question}`, prompt, value: typeof former === 'string' ? former : value, ignoreFocusOut: true });
    return shown(input, canGoBack, answer => [
      input.onDidChangeValue(text => {
        input.validationMessage = problemOf(text);
      }),
      input.onDidAccept(() => {
        const problem = problemOf(input.value);
        input.validationMessage = problem;
        if (problem === undefined) {
          answer(input.value);
        }
      }),
    ]);
  }

  private pickAmong<Answer>(question: string, itemsFor: (typed: string) => Item<Answer>[], { canGoBack, former }: Step, isSearch = false): Promise<Answer | undefined | typeof back> {
    const picker = window.createQuickPick<Item<Answer>>();
    const items = itemsFor('');
    Object.assign(picker, { title: this.title, placeholder: question, items, matchOnDescription: true, matchOnDetail: true, ignoreFocusOut: true });
    const chosen = former === undefined ? undefined : items.find(({ answer }) => answer === former);
    if (chosen) {
      picker.activeItems = [chosen];
    }
    let renewed = -Infinity;
    return shown<Answer>(picker, canGoBack, answer => [
      picker.onDidChangeValue(typed => {
        if (isSearch) {
          picker.items = itemsFor(typed);
          renewed = performance.now();
        }
      }),
      picker.onDidAccept(() => {
        // Enter right behind the last letter tells of a place in the list before it: what is meant is what was found first.
        const isHasty = performance.now() - renewed < glance;
        const picked = isHasty ? picker.items.find(({ kind }) => kind !== QuickPickItemKind.Separator) : picker.selectedItems[0];
        if (picked) {
          answer(picked.answer);
        }
      }),
    ]);
  }
}

function itemsOf<Answer>(choices: readonly Choice<Answer>[]): Item<Answer>[] {
  return choices.flatMap(({ group, ...choice }, index) => (group !== undefined && group !== choices[index - 1]?.group ? [{ label: group, kind: QuickPickItemKind.Separator }, choice] : [choice]));
}

/** Shows an input until it is answered, left, or taken back. */
function shown<Answer>(
  input: QuickInput & { buttons: readonly unknown[]; readonly onDidTriggerButton: (listen: (button: unknown) => void) => Disposable },
  canGoBack: boolean,
  listen: (answer: (given: Answer | undefined) => void) => Disposable[],
): Promise<Answer | undefined | typeof back> {
  input.buttons = canGoBack ? [QuickInputButtons.Back] : [];
  return new Promise<Answer | undefined | typeof back>(resolve => {
    const listeners = [
      ...listen(resolve),
      input.onDidTriggerButton(() => resolve(back)),
      input.onDidHide(() => {
        // Whoever has answered by then is not heard twice.
        resolve(undefined);
        for (const listener of listeners) {
          listener.dispose();
        }
        input.dispose();
      }),
    ];
    input.show();
  }).finally(() => input.hide());
}
