import { QuickPickItemKind, window, type QuickPickItem } from 'vscode';
import type { CommandSubject } from '../../exchange/command-subject';
import type { KnownValues } from '../../exchange/fill-command';

/** More at once help nobody, and take long to show. */
const mostShown = 100;

interface Question {
  readonly question: string;
  readonly subjects: readonly CommandSubject[];
  /** The one that is offered before the others. */
  readonly first: CommandSubject | undefined;
}

interface SubjectItem extends QuickPickItem {
  readonly values?: KnownValues;
}

const open: SubjectItem = { label: 'Leave it open', alwaysShow: true, values: {} };

/** Lets a server or person be picked, or left open: then there are no values. Undefined when it was called off. */
export function pickSubject({ question, subjects, first }: Question): Promise<{ readonly values: KnownValues } | undefined> {
  const pick = window.createQuickPick<SubjectItem>();
  pick.title = question;
  pick.placeholder = 'Type a part of a name or address';
  const show = () => {
    const words = pick.value.toLowerCase().split(/\s+/);
    const isMeant = ({ name, values }: CommandSubject) => {
      const text = [name, ...Object.values(values).flat()].join('\n').toLowerCase();
      return words.every((word) => text.includes(word));
    };
    const found = subjects.filter(isMeant);
    const listed: SubjectItem[] = [
      ...(found.length > mostShown ? [{ label: `The first ${mostShown} of ${found.length}`, kind: QuickPickItemKind.Separator }] : []),
      ...found.slice(0, mostShown).map(itemOf),
    ];
    const near = first && isMeant(first) ? [{ ...itemOf(first), detail: 'At the cursor in the register' }] : [];
    // Whoever types means somebody.
    pick.items = pick.value === '' ? [...near, open, ...listed] : [...near, ...listed, open];
    pick.activeItems = pick.items.filter(({ values }) => values).slice(0, 1);
  };
  show();
  return new Promise((resolve) => {
    pick.onDidChangeValue(show);
    pick.onDidAccept(() => {
      const values = pick.selectedItems[0]?.values;
      if (values) {
        resolve({ values });
        pick.hide();
      }
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

/** Words may be typed in any order, which VS Code's own search wouldn't find. */
function itemOf({ name, values }: CommandSubject): SubjectItem {
  const identity = values.person?.[0];
  return { label: name, description: identity === name ? '' : identity, alwaysShow: true, values };
}
