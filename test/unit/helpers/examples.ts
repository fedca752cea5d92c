import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkText } from '../../../src/core/check';
import { differences, readMarks } from './expectations';

/** The folder of the repository. */
export const root = fileURLToPath(new URL('../../..', import.meta.url));

export function readText(...parts: string[]): string {
  return readFileSync(path.join(root, ...parts), 'utf8');
}

/** The names in a folder of the repository in the order of the alphabet; none where there is no such folder. */
export function namesIn(...parts: string[]): string[] {
  try {
    return readdirSync(path.join(root, ...parts)).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      return [];
    }
    throw error;
  }
}

/** A fenced block of a Markdown page. */
export interface Block {
  /** What the fence says behind its backticks. */
  readonly language: string;
  /** The heading above it, of any level. */
  readonly heading: string;
  /** The line of the page, from 1, on which its text starts. */
  readonly line: number;
  readonly text: string;
}

export function blocksOf(page: string): Block[] {
  const blocks: Block[] = [];
  let heading = '';
  let open: { readonly language: string; readonly line: number; readonly lines: string[] } | undefined;
  for (const [index, line] of page.split('\n').entries()) {
    const fence = /^```(\w*)$/.exec(line);
    if (open && fence) {
      blocks.push({ language: open.language, heading, line: open.line, text: open.lines.map((text) => `${text}\n`).join('') });
      open = undefined;
    } else if (open) {
      open.lines.push(line);
    } else if (fence) {
      open = { language: fence[1]!, line: index + 2, lines: [] };
    } else {
      heading = /^#+ (.*)$/.exec(line)?.[1] ?? heading;
    }
  }
  return blocks;
}

/** Checks a marked text and fails, telling where and how, unless exactly what it expects is found. */
export function assertMarks(text: string): void {
  const { today, limit, expectations } = readMarks(text);
  const findings = checkText(text, { today, ...(limit !== undefined && { limit }) });
  const found = differences(text, expectations, findings);
  if (found !== undefined) {
    throw new Error(`The findings are not those that the text expects:\n${found}`);
  }
}
