import type { RegisterContents } from '../../core/contents';
import { isAbout, peopleIn, serversIn, type CommandSubject, type SubjectKind } from '../../exchange/shell/command-subject';
import type { KnownValues } from '../../exchange/shell/fill-command';
import type { ShellCommand } from '../../exchange/shell/shell-command';
import type { Choice, Dialog } from '../dialog';
import type { Use } from './pick-command';

/** More at once help nobody, and take long to show. */
const mostShown = 100;

interface Known {
  readonly use: Use;
  readonly known: KnownValues;
  readonly contents: RegisterContents;
  /** The server or person at a cursor, of whom it may be. */
  readonly near: CommandSubject | undefined;
}

/** Asks whom a command is about; of servers only where no choice can be left in the text. Undefined when it was called off. */
export async function askSubjects(command: ShellCommand, { use, known, contents, near }: Known, dialog: Pick<Dialog, 'search'>): Promise<KnownValues | undefined> {
  const questions = [
    { kind: 'server', question: 'For which server?', isOpen: use === 'copy' && (known.server?.length ?? 0) > 1, subjects: serversIn },
    { kind: 'person', question: 'For whom?', isOpen: known.person === undefined, subjects: peopleIn },
  ] as const satisfies { readonly kind: SubjectKind; readonly [key: string]: unknown }[];
  let answers: KnownValues = {};
  for (const { kind, question, isOpen, subjects } of questions) {
    const listed = isOpen && isAbout(command, kind) ? subjects(contents) : [];
    if (listed.length > 0) {
      const values = await dialog.search(question, searchAmong(listed, near?.kind === kind ? near : undefined));
      if (!values) {
        return undefined;
      }
      answers = { ...answers, [kind]: [], ...values };
    }
  }
  return answers;
}

/** Those whose name or address has each of the words that are typed. */
function searchAmong(subjects: readonly CommandSubject[], near: CommandSubject | undefined): (typed: string) => Choice<KnownValues>[] {
  const texts = new Map([...(near ? [near] : []), ...subjects].map(subject => [subject, searchedIn(subject)]));
  const open: Choice<KnownValues> = { label: 'Leave it open', answer: {} };
  return typed => {
    const words = typed.toLowerCase().split(/\s+/);
    const isMeant = (subject: CommandSubject) => words.every(word => texts.get(subject)!.includes(word));
    const found = subjects.filter(isMeant);
    const group = found.length > mostShown ? `The first ${mostShown} of ${found.length}` : undefined;
    const shown = found.slice(0, mostShown).map(subject => ({ ...choiceOf(subject), ...(group === undefined ? {} : { group }) }));
    const first = near && isMeant(near) ? [{ ...choiceOf(near), detail: 'At the cursor in the register' }] : [];
    // Whoever types means somebody.
    return typed === '' ? [...first, open, ...shown] : [...first, ...shown, open];
  };
}

function searchedIn({ name, values }: CommandSubject): string {
  return [name, ...Object.values(values).flat()].join('\n').toLowerCase();
}

function choiceOf({ name, values }: CommandSubject): Choice<KnownValues> {
  const identity = values.person?.[0];
  return { label: name, ...(identity === undefined || identity === name ? {} : { description: identity }), answer: values };
}
