import assert from 'node:assert/strict';
import { back, confirm, inSteps, type Dialog, type Step, type SteppedDialog } from '../../../src/vscode/dialog';
import { answering } from './fake-dialog';

/** Gives answers in turn; what was asked, and how, is in `asked`. */
function stepped(...answers: readonly unknown[]): SteppedDialog & { readonly asked: string[] } {
  const left = [...answers];
  const asked: string[] = [];
  const give = (question: string, { canGoBack, former }: Step) => {
    asked.push(`${question}${canGoBack ? ' <' : ''}${typeof former === 'string' ? ` (${former})` : ''}`);
    return Promise.resolve(left.shift() as never);
  };
  return { asked, pick: (question, _choices, step) => give(question, step), pickMany: (question, _choices, step) => give(question, step), search: (question, _find, step) => give(question, step), ask: (question, _prompt, _input, step) => give(question, step) };
}

async function wizard(dialog: Dialog): Promise<string | undefined> {
  const first = await dialog.pick<string>('first', []);
  const second = first && (await dialog.search<string>('second', () => []));
  const third = second && (await dialog.ask('third', ''));
  return third && [first, second, third].join(' ');
}

describe('A wizard in steps', () => {
  it('asks again what is taken back, with the answers before as they were', async () => {
    const dialog = stepped('a', 'b', back, back, 'A', 'B', 'C');
    assert.equal(await inSteps(dialog, wizard), 'A B C');
    assert.deepEqual(dialog.asked, ['first', 'second <', 'third <', 'second < (b)', 'first (a)', 'second <', 'third <']);
  });

  it('ends when it is called off', async () => {
    assert.equal(await inSteps(stepped('a', undefined), wizard), undefined);
  });

  it('passes faults on', async () => {
    await assert.rejects(inSteps(stepped(), () => Promise.reject(new Error('odd'))), /odd/);
  });
});

describe('Asking whether to go on', () => {
  it('stays open for whatever else is chosen', async () => {
    const dialog = answering('All seats are taken', 'Go on');
    assert.equal(await confirm(dialog, 'Go on?', { label: 'Go on' }, ['All seats are taken.']), true);
    assert.equal(dialog.asked.length, 2);
    assert.equal(await confirm(answering(undefined), 'Go on?', { label: 'Go on' }, []), false);
  });
});
