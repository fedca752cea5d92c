import { FileSystemError, FileType, Uri, workspace } from 'vscode';
import { mainPath } from '../core/register/inclusion';
import { say } from '../core/text/sentence';
import { missingProblem, outsideProblem, type ExportFiles } from '../exchange/exports/bring-exports';
import { mostBytes, tooLarge } from '../exchange/exports/read-table';
import { namedFile } from './included-files';
import { reasonOf } from './read-failure';

/** The exports of Exchange that a register names. None may lie outside the register's workspace folder. */
export function exportFilesOf(register: Uri): ExportFiles {
  return {
    async read({ path, file }) {
      const uri = namedFile(path === mainPath ? register : Uri.parse(path), file);
      if (!uri) {
        return { problem: outsideProblem };
      }
      try {
        const { type, size } = await workspace.fs.stat(uri);
        if ((type & FileType.Directory) !== 0) {
          throw FileSystemError.FileIsADirectory(uri);
        }
        return size > mostBytes ? { problem: tooLarge } : await workspace.fs.readFile(uri);
      } catch (error) {
        return { problem: error instanceof FileSystemError && error.code !== 'FileNotFound' ? say`${reasonOf(error)}` : missingProblem };
      }
    },
  };
}
