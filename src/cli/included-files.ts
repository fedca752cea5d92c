import { readFile, realpath } from 'node:fs/promises';
import path from 'node:path';

// Its module form asks for `import.meta.url`, which a bundle in CommonJS does not have.
// eslint-disable-next-line @typescript-eslint/no-require-imports
import tinyglobby = require('tinyglobby');

import { foldersAbove, mainPath, type IncludedFiles, type UnreadableFile } from '../core/register/inclusion';
import { decodeText, reasonOf } from './read-text';

/**
 * The files that a register includes, named by where they lie. None may lie outside the folder of the file that
 * includes it, links followed.
 * @param main where the register itself lies
 */
export function includedFilesOf(main: string): IncludedFiles {
  return {
    async find(from, glob) {
      if (foldersAbove(glob) > 0) {
        return 'outside';
      }
      const including = await itself(from === mainPath ? main : from);
      const folder = path.dirname(including);
      const found = await tinyglobby.glob([glob.replaceAll('\\', '/')], { cwd: folder, absolute: true, dot: true, expandDirectories: false, followSymbolicLinks: false });
      const files = await Promise.all(found.map(each => itself(each)));
      const below = files.filter(each => isBelow(folder, each));
      const register = await itself(main);
      return files.length > 0 && below.length === 0 ? 'outside' : [...new Set(below)].filter(each => each !== register && each !== including).sort();
    },
    async read(location): Promise<string | UnreadableFile> {
      const name = path.basename(location);
      try {
        const decoded = decodeText(await readFile(location));
        return 'text' in decoded ? decoded.text : { name, reason: decoded.problem };
      } catch (error) {
        return { name, reason: reasonOf(error) };
      }
    },
  };
}

/** Whether a file lies in a folder or below it. */
export function isBelow(folder: string, location: string): boolean {
  return location.startsWith(folder.endsWith(path.sep) ? folder : folder + path.sep);
}

/** Where a file lies behind all links; one that does not exist stands for itself. */
export function itself(location: string): Promise<string> {
  return realpath(location).catch(() => path.resolve(location));
}
