import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';

import { foldersAbove, mainPath } from '../core/register/inclusion';
import { say } from '../core/text/sentence';
import { missingProblem, outsideProblem, type ExportFiles } from '../exchange/exports/bring-exports';
import { mostBytes, tooLarge } from '../exchange/exports/read-table';
import { isBelow, itself } from './included-files';
import { reasonOf } from './read-text';

/**
 * The exports of Exchange that a register names. None may lie outside the folder of the file that names it, links
 * followed.
 * @param main where the register itself lies
 */
export function exportFilesOf(main: string): ExportFiles {
  return {
    async read({ path: from, file }) {
      if (foldersAbove(file) > 0) {
        return { problem: outsideProblem };
      }
      const folder = path.dirname(await itself(from === mainPath ? main : from));
      const location = await itself(path.join(folder, file.replaceAll('\\', '/')));
      if (!isBelow(folder, location)) {
        return { problem: outsideProblem };
      }
      try {
        return (await stat(location)).size > mostBytes ? { problem: tooLarge } : await readFile(location);
      } catch (error) {
        return { problem: (error as NodeJS.ErrnoException).code === 'ENOENT' ? missingProblem : say`${reasonOf(error)}` };
      }
    },
  };
}
