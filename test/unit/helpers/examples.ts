import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { exportFilesOf } from '../../../src/cli/export-files';
import { includedFilesOf } from '../../../src/cli/included-files';
import { RegisterCheck } from '../../../src/core/check';
import { checkWithIncluded, foldersAbove, mainPath, type IncludedFiles } from '../../../src/core/register/inclusion';
import { checkWithExports, outsideProblem, type ExportFiles } from '../../../src/exchange/exports/bring-exports';
import { say } from '../../../src/core/text/sentence';
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
      blocks.push({ language: open.language, heading, line: open.line, text: open.lines.map(text => `${text}\n`).join('') });
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
export async function assertMarks(text: string): Promise<void> {
  assertMarksIn(new Map([[mainPath, text]]), await checkedMarks(text));
}

/** The check of a marked text with the files that it brings along. */
export function checkedMarks(text: string): Promise<RegisterCheck> {
  const { files } = readMarks(text);
  return checkedWith(text, {
    find: (_from, glob) => Promise.resolve(foldersAbove(glob) > 0 ? 'outside' : [...files.keys()].filter(file => matches(file, glob))),
    read: file => Promise.resolve(files.get(file)!),
  }, {
    read: ({ file }) => Promise.resolve(foldersAbove(file) > 0 ? { problem: outsideProblem } : files.has(file) ? Buffer.from(files.get(file)!) : { problem: say`does not exist.` }),
  });
}

/** Checks the register in a folder of the repository, with the files that it includes; all of them may have marks. */
export async function assertMarksInFolder(...parts: string[]): Promise<void> {
  const { texts, check } = await checkedFolder(...parts);
  assertMarksIn(texts, check);
}

/** The check of the register in a folder of the repository, and the texts of its files by their paths. */
export async function checkedFolder(...parts: string[]): Promise<{ readonly texts: ReadonlyMap<string, string>; readonly check: RegisterCheck }> {
  const folder = path.join(root, ...parts);
  const main = path.join(folder, 'license-register.yaml');
  const texts = new Map(readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(name => path.join(folder, name))
    .filter(file => file.endsWith('.yaml'))
    .map(file => [file === main ? mainPath : file, readFileSync(file, 'utf8')] as const));
  return { texts, check: await checkedWith(texts.get(mainPath)!, includedFilesOf(main), exportFilesOf(main)) };
}

async function checkedWith(text: string, files: IncludedFiles, exports: ExportFiles): Promise<RegisterCheck> {
  const { today, limit } = readMarks(text);
  const check = new RegisterCheck(text, { today, ...(limit !== undefined && { limit }) });
  await checkWithIncluded(check, files);
  await checkWithExports(check, exports);
  return check;
}

function assertMarksIn(texts: ReadonlyMap<string, string>, check: RegisterCheck): void {
  const found = [...texts].flatMap(([file, text]) => {
    const inFile = differences(text, readMarks(text).expectations, check.findings(file));
    return inFile === undefined ? [] : [file === mainPath ? inFile : `${path.relative(root, file)}\n${inFile}`];
  });
  if (found.length > 0) {
    throw new Error(`The findings are not those that the text expects:\n${found.join('\n')}`);
  }
}

function matches(file: string, glob: string): boolean {
  const pattern = glob.replace(/[.+^${}()|[\]\\]/g, '\\$&').replace(/\*\*\/|\*/g, stars => (stars === '*' ? '[^/]*' : '(?:.*/)?'));
  return new RegExp(`^${pattern}$`).test(file);
}
