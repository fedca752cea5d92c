import type { Session } from '../../../src/vscode/session';

/** A document to which lines are added at its end. */
export class FakeDocument {
  version = 1;
  isClosed = false;
  text: string;

  constructor(text: string) {
    this.text = text;
  }

  getText(): string {
    return this.text;
  }

  addLine(line: string) {
    const end = { line: this.text.split('\n').length - 1, character: 0 };
    this.text += line;
    this.version++;
    return [{ range: { start: end, end }, rangeOffset: 0, rangeLength: 0, text: line }] as unknown as Parameters<Session['change']>[0];
  }
}
