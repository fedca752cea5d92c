import assert from 'node:assert/strict';
import type { Choice, Dialog, Input } from '../../../src/vscode/dialog';

/** Answers to questions in their order: what a choice starts with, what each of several do, behind what is typed to find it, or a text; undefined calls off. */
export type Answer = string | undefined | readonly string[] | { readonly typed: string; readonly chosen: string };

export interface FakeDialog extends Dialog {
  readonly asked: string[];
  /** The choices of each question, `label | description | detail`. */
  readonly shown: string[][];
  /** What texts were not taken for. */
  readonly problems: string[];
}

/** Answers each question by the label that an answer starts with. A text that isn't taken is followed by the next answer. */
export function answering(...answers: readonly Answer[]): FakeDialog {
  const left = [...answers];
  const asked: string[] = [];
  const shown: string[][] = [];
  const problems: string[] = [];
  function choose<Given>(question: string, choices: readonly Choice<Given>[], answer: string | undefined): Promise<Given | undefined> {
    asked.push(question);
    shown.push(choices.map(({ label, description = '', detail = '' }) => [label, description, detail].join(' | ')));
    const choice = choices.find(({ label }) => answer !== undefined && label.replace(/^\$\([\w-]+\) /, '').startsWith(answer));
    assert.ok(choice ?? answer === undefined, `${question}: there is no ${answer} among\n${shown.at(-1)!.join('\n')}`);
    return Promise.resolve(choice?.answer);
  }
  return {
    asked,
    shown,
    problems,
    pick(question, choices) {
      const answer = left.shift();
      assert.ok(typeof answer !== 'object', question);
      return choose(question, choices, answer);
    },
    pickMany(question, choices) {
      const answer = left.shift();
      assert.ok(answer === undefined || Array.isArray(answer), question);
      return answer === undefined ? choose(question, choices, undefined).then(() => undefined)
        : Promise.all((answer as readonly string[]).map(async each => (await choose(question, choices, each))!));
    },
    search(question, find) {
      const answer = left.shift();
      assert.ok(typeof answer !== 'object' || 'typed' in answer, question);
      if (typeof answer !== 'object') {
        return choose(question, find(''), answer);
      }
      const found = find(answer.typed);
      const own = found.filter(({ label }) => label.startsWith('$(') && label.includes(answer.typed));
      assert.deepEqual(own, [], 'VS Code would move these above what was found');
      return choose(question, found, answer.chosen);
    },
    ask(question, _prompt, { value, problemOf }: Input = {}) {
      asked.push(question);
      for (;;) {
        const answer = left.shift();
        assert.ok(typeof answer !== 'object', question);
        const text = answer === '(as it is)' ? value : answer;
        const problem = text === undefined ? undefined : problemOf?.(text);
        if (problem === undefined) {
          return Promise.resolve(text);
        }
        problems.push(problem);
      }
    },
  };
}
