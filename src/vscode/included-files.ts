import { FileSystemError, FileType, RelativePattern, Uri, workspace } from 'vscode';
import { foldersAbove, mainPath, type IncludedFiles, type UnreadableFile } from '../core/register/inclusion';
import { reasonOf } from './read-failure';

/** The files that a register includes, named by their addresses. None may lie outside the register's workspace folder. */
export function includedFilesOf(register: Uri): IncludedFiles {
  return {
    async find(from, glob) {
      const including = from === mainPath ? register : Uri.parse(from);
      if (foldersAbove(glob) > foldersBelowWorkspace(including)) {
        return 'outside';
      }
      const found = await workspace.findFiles(new RelativePattern(...folderAbove(including, glob)));
      const addresses = found.map(uri => uri.toString());
      return addresses.filter(address => address !== including.toString() && address !== register.toString()).sort();
    },
    async read(path): Promise<string | UnreadableFile> {
      const uri = Uri.parse(path);
      const name = workspace.asRelativePath(uri);
      try {
        const { type } = await workspace.fs.stat(uri);
        if ((type & FileType.Directory) !== 0) {
          throw FileSystemError.FileIsADirectory(uri);
        }
        return new TextDecoder('utf-8', { fatal: true }).decode(await workspace.fs.readFile(uri));
      } catch (error) {
        return { name, reason: reasonOf(error) };
      }
    },
  };
}

/** The address of a file that another one names from its folder on; undefined for one outside its workspace folder, where none is read. */
export function namedFile(naming: Uri, file: string): Uri | undefined {
  return foldersAbove(file) > foldersBelowWorkspace(naming) ? undefined : Uri.joinPath(...folderAbove(naming, file));
}

/** Where a glob of a file starts, and the rest of it: patterns of VS Code don't lead upwards. */
export function folderAbove(including: Uri, glob: string): [folder: Uri, rest: string] {
  let folder = Uri.joinPath(including, '..');
  const parts = glob.split(/[\\/]/);
  while (parts.length > 1 && !/[*?[{]/.test(parts[0]!)) {
    folder = Uri.joinPath(folder, parts.shift()!);
  }
  return [folder, parts.join('/')];
}

/** How many folders lie between the workspace folder and a file; none for one outside, whose own folder is the limit. */
function foldersBelowWorkspace(uri: Uri): number {
  const folder = workspace.getWorkspaceFolder(uri);
  return folder ? uri.path.slice(folder.uri.path.length).split('/').filter(part => part !== '').length - 1 : 0;
}
