import { formatDay, parseDay, type Day } from '../../core/calendar';
import { normalize } from '../../core/register/identifier';
import type { Choice, Dialog } from '../dialog';

/** More choices than these nobody looks through: they type more letters. */
const mostChoices = 100;

/**
 * Finds items by what is typed of them, word by word.
 * @param textOf all by which an item is found
 * @param choiceOf made only of what is shown
 */
export function finder<Item, Answer>(items: readonly Item[], textOf: (item: Item) => string, choiceOf: (item: Item) => Choice<Answer>): (typed: string) => Choice<Answer>[] {
  const texts = items.map(item => normalize(textOf(item)));
  return typed => {
    const words = normalize(typed).split(' ');
    const found: Item[] = [];
    for (const [index, text] of texts.entries()) {
      if (words.every(word => text.includes(word))) {
        found.push(items[index]!);
        if (found.length === mostChoices) {
          break;
        }
      }
    }
    return found.map(choiceOf);
  };
}

/** Asks for a day: today's stands there to be confirmed. @param problemOf what is wrong with a day, in a sentence */
export async function askDay(dialog: Dialog, question: string, today: Day, problemOf: (day: Day) => string | undefined = () => undefined): Promise<Day | undefined> {
  const text = await dialog.ask(question, 'A day as YYYY-MM-DD. Press Enter for today, or write another.', {
    value: formatDay(today),
    problemOf: written => {
      const day = parseDay(written.trim());
      return day === undefined ? `Write the day as YYYY-MM-DD, such as ${formatDay(today)}.` : problemOf(day);
    },
  });
  return text === undefined ? undefined : parseDay(text.trim());
}

/** Asks for a day that may be left out: `''` without one. */
export async function askOptionalDay(dialog: Dialog, question: string, prompt: string, today: Day): Promise<Day | '' | undefined> {
  const text = await dialog.ask(question, `${prompt} As YYYY-MM-DD; leave it empty if there is none.`, {
    problemOf: written => (written.trim() === '' || parseDay(written.trim()) !== undefined ? undefined : `Write the day as YYYY-MM-DD, such as ${formatDay(today)}, or leave it empty.`),
  });
  return text === undefined ? undefined : parseDay(text.trim()) ?? '';
}

/** Asks for a text that must be there. @param problemOf what else is wrong with it, in a sentence */
export async function askText(dialog: Dialog, question: string, prompt: string, problemOf: (text: string) => string | undefined = () => undefined, value = ''): Promise<string | undefined> {
  const text = await dialog.ask(question, prompt, { value, problemOf: written => (written.trim() === '' ? 'This can not be left empty.' : problemOf(written.trim())) });
  return text?.trim();
}

/** Asks for a text that may be left out: undefined in `text` then. */
export async function askOptionalText(dialog: Dialog, question: string, prompt: string): Promise<{ readonly text: string | undefined } | undefined> {
  const text = await dialog.ask(question, `${prompt} Leave it empty to say nothing.`);
  return text === undefined ? undefined : { text: text.trim() || undefined };
}
