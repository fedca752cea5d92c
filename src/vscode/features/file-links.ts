import { DocumentLink, type CancellationToken, type DocumentLinkProvider, type TextDocument } from 'vscode';
import { rangeOf } from '../../core/document/range-of';
import { toRange } from '../diagnostics';
import { namedFile } from '../included-files';
import type { Sessions } from '../sessions';
import { checkedFile } from './checked-file';

/** Opens the files that a register names under `exports` and `include`. */
export class FileLinks implements DocumentLinkProvider {
  private readonly sessions: Sessions;

  constructor(sessions: Sessions) {
    this.sessions = sessions;
  }

  async provideDocumentLinks(document: TextDocument, token: CancellationToken): Promise<DocumentLink[]> {
    const { fileLinks } = await import('../../features');
    await this.sessions.whenChecked(document, token);
    const file = checkedFile(document, this.sessions);
    return fileLinks(file?.check.namedFiles(file.path) ?? []).flatMap(({ at, target }) => {
      // What isn't saved yet lies in no folder.
      const uri = 'path' in target ? file!.uriOf(target.path) : document.isUntitled ? undefined : namedFile(document.uri, target.written);
      return uri ? new DocumentLink(toRange(rangeOf(at)), uri) : [];
    });
  }
}
