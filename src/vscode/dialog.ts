/** One of several answers. */
export interface Choice<Answer> {
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
  /** What it is shown below, together with its neighbors of the same group. */
  readonly group?: string;
  readonly answer: Answer;
}

/** How a text is asked for. */
export interface Input {
  /** What stands there to be confirmed or replaced. */
  readonly value?: string;
  /** What is wrong with a text, in a sentence; it isn't taken then. */
  readonly problemOf?: (text: string) => string | undefined;
}

/** What wizards ask. Undefined is whoever wants no more. */
export interface Dialog {
  pick<Answer>(question: string, choices: readonly Choice<Answer>[]): Promise<Answer | undefined>;
  /** Any number of answers: none of them is chosen to begin with, and at least one must be in the end. */
  pickMany<Answer>(question: string, choices: readonly Choice<Answer>[]): Promise<readonly Answer[] | undefined>;
  /**
   * One of many answers, or one that is made of what was typed: `find` gives those that are worth showing. What was typed
   * stands in descriptions only: VS Code moves up the rows that have it in their label, whatever stands above them.
   */
  search<Answer>(question: string, find: (typed: string) => readonly Choice<Answer>[]): Promise<Answer | undefined>;
  /** A text, which may be empty. */
  ask(question: string, prompt: string, input?: Input): Promise<string | undefined>;
}

/** The answer of whoever wants the question before again. */
export const back = Symbol('back');

/** Where a question stands in its wizard. */
export interface Step {
  /** Whether there is a question before it. */
  readonly canGoBack: boolean;
  /** What was answered before somebody came back to it. */
  readonly former?: unknown;
}

/** A dialog that can be told to go back. */
export interface SteppedDialog {
  pick<Answer>(question: string, choices: readonly Choice<Answer>[], step: Step): Promise<Answer | undefined | typeof back>;
  pickMany<Answer>(question: string, choices: readonly Choice<Answer>[], step: Step): Promise<readonly Answer[] | undefined | typeof back>;
  search<Answer>(question: string, find: (typed: string) => readonly Choice<Answer>[], step: Step): Promise<Answer | undefined | typeof back>;
  ask(question: string, prompt: string, input: Input, step: Step): Promise<string | undefined | typeof back>;
}

class WentBack extends Error {}

/**
 * Runs a wizard in which each answer but the first can be taken back. It runs again then, with the answers before
 * that one given as they were: what it asks may depend on nothing else.
 */
export async function inSteps<Outcome>(dialog: SteppedDialog, wizard: (dialog: Dialog) => Promise<Outcome>): Promise<Outcome> {
  const answers: unknown[] = [];
  let former: unknown;
  for (;;) {
    let next = 0;
    const step = async <Answer>(show: (step: Step) => Promise<Answer | undefined | typeof back>): Promise<Answer | undefined> => {
      if (next < answers.length) {
        return answers[next++] as Answer;
      }
      const answer = await show({ canGoBack: answers.length > 0, former });
      former = undefined;
      if (answer === back) {
        throw new WentBack();
      }
      next = answers.push(answer);
      return answer;
    };
    try {
      return await wizard({
        pick: (question, choices) => step(at => dialog.pick(question, choices, at)),
        pickMany: (question, choices) => step(at => dialog.pickMany(question, choices, at)),
        search: (question, find) => step(at => dialog.search(question, find, at)),
        ask: (question, prompt, input = {}) => step(at => dialog.ask(question, prompt, input, at)),
      });
    } catch (error) {
      if (!(error instanceof WentBack)) {
        throw error;
      }
      former = answers.pop();
    }
  }
}

/** What a choice shows. */
type Row = Omit<Choice<boolean>, 'answer'>;

/**
 * Asks whether to go on, with what should be known before and what would come of it below: any answer but the first
 * leaves the question open.
 */
export async function confirm(dialog: Pick<Dialog, 'pick'>, question: string, goOn: string, warnings: readonly string[], rows: readonly Row[] = []): Promise<boolean> {
  for (;;) {
    const answer = await dialog.pick(question, [
      { label: goOn, answer: true },
      ...warnings.map(label => ({ label: `$(warning) ${label}`, answer: false })),
      ...rows.map(row => ({ ...row, answer: false })),
    ]);
    if (answer !== false) {
      return answer ?? false;
    }
  }
}
