import { Disposable, EventEmitter, FilePermission, FileSystemError, Uri, workspace, type FileChangeEvent, type FileStat, type FileSystemProvider, type FileType } from 'vscode';

const scheme = 'license-register-rule';

/** The address of the page of a rule for registers, as a document of VS Code. */
export function rulePageUri(rule: string): Uri {
  return Uri.from({ scheme, path: `/${rule}.md` });
}

/** The address of the page of a rule for PowerShell scripts. */
export function scriptRulePageUri(rule: string): Uri {
  return Uri.from({ scheme, path: `/powershell/${rule}.md` });
}

/**
 * Serves the pages of the rules that ship with the extension under {@link rulePageUri} and {@link scriptRulePageUri}.
 *
 * A file system, where a provider of documents would do to open a page: VS Code wakes an extension for
 * the files of a tab that it restores, not for its documents.
 */
export function registerRulePages(extension: Uri): Disposable {
  return workspace.registerFileSystemProvider(scheme, new RulePages(Uri.joinPath(extension, 'docs')), {
    isCaseSensitive: true,
    isReadonly: true,
  });
}

class RulePages implements FileSystemProvider {
  private readonly docs: Uri;
  readonly onDidChangeFile = new EventEmitter<FileChangeEvent[]>().event;

  constructor(docs: Uri) {
    this.docs = docs;
  }

  async stat(uri: Uri): Promise<FileStat> {
    return { ...(await workspace.fs.stat(this.locate(uri))), permissions: FilePermission.Readonly };
  }

  async readFile(uri: Uri): Promise<Uint8Array> {
    return workspace.fs.readFile(this.locate(uri));
  }

  readDirectory(uri: Uri): Thenable<[string, FileType][]> {
    return workspace.fs.readDirectory(this.locate(uri));
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

  private locate(uri: Uri): Uri {
    // Nothing else of the machine can be reached under an address that anybody may write into a link.
    const match = /^\/(powershell\/)?([\w-]+\.md)?$/.exec(uri.path);
    if (!match) {
      throw FileSystemError.FileNotFound(uri);
    }
    const [, folder = 'rules', page = ''] = match;
    return Uri.joinPath(this.docs, folder, page);
  }
}
