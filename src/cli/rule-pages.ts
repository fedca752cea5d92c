import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** The page of a rule, in Markdown, from the folder that holds all pages. */
export function readRulePage(folder: string, rule: string): Promise<string> {
  return readFile(path.join(folder, `${rule}.md`), 'utf8');
}

/** What a page says in one sentence: the first paragraph beneath its heading, on one line. */
export function summaryOf(page: string): string {
  const [paragraph = ''] = page
    .split(/\r?\n[ \t]*(?:\r?\n)+/)
    .map(block => block.trim())
    .filter(block => block !== '' && !block.startsWith('#'));
  return paragraph.replace(/\s+/g, ' ').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');
}
