import { Disposable, EventEmitter, FilePermission, FileSystemError, Uri, workspace, type FileChangeEvent, type FileStat, type FileSystemProvider, type FileType } from 'vscode';

const scheme = 'license-register-rule';

/** The address of a rule's page, as a document of VS Code. */
export function rulePageUri(rule: string): Uri {
  return Uri.from({ scheme, path: `/${rule}.md` });
}

/**
 * Serves the pages of the rules that ship with the extension under {@link rulePageUri}.
 *
 * A file system, where a provider of documents would do to open a page: VS Code wakes an extension for
 * the files of a tab that it restores, not for its documents.
 */
export function registerRulePages(extension: Uri): Disposable {
  return workspace.registerFileSystemProvider(scheme, new RulePages(Uri.joinPath(extension, 'docs/rules')), {
    isCaseSensitive: true,
    isReadonly: true,
  });
}

class RulePages implements FileSystemProvider {
  readonly #folder: Uri;
  readonly onDidChangeFile = new EventEmitter<FileChangeEvent[]>().event;

  constructor(folder: Uri) {
    this.#folder = folder;
  }

  async stat(uri: Uri): Promise<FileStat> {
    return { ...(await workspace.fs.stat(this.#locate(uri))), permissions: FilePermission.Readonly };
  }

  async readFile(uri: Uri): Promise<Uint8Array> {
    return workspace.fs.readFile(this.#locate(uri));
  }

  readDirectory(uri: Uri): Thenable<[string, FileType][]> {
    return workspace.fs.readDirectory(this.#locate(uri));
  }

  watch(): Disposable {
    return new Disposable(() => {});
  }

  createDirectory(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }

  writeFile(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }

  delete(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }

  rename(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }

  #locate(uri: Uri): Uri {
    // Nothing else of the machine can be reached under an address that anybody may write into a link.
    if (!/^\/(?:[\w-]+\.md)?$/.test(uri.path)) {
      throw FileSystemError.FileNotFound(uri);
    }
    return Uri.joinPath(this.#folder, uri.path);
  }
}
