import { DocumentHighlight, DocumentHighlightKind, type CancellationToken, type DocumentHighlightProvider, type Location, type Position, type ReferenceContext, type ReferenceProvider, type TextDocument } from 'vscode';
import { rangeOf } from '../../core/document/range-of';
import { toRange } from '../diagnostics';
import type { Sessions } from '../sessions';
import { checkedSpot, locationOf } from './checked-file';

/** Finds all that names a purchase, a server, a device or a person: in a register for who asks, in the file for who looks. */
export class References implements ReferenceProvider, DocumentHighlightProvider {
  private readonly sessions: Sessions;

  constructor(sessions: Sessions) {
    this.sessions = sessions;
  }

  async provideReferences(document: TextDocument, position: Position, { includeDeclaration }: ReferenceContext, token: CancellationToken): Promise<Location[] | undefined> {
    const { referencesAt } = await import('../../features');
    await this.sessions.whenChecked(document, token);
    const found = checkedSpot(document, position, this.sessions);
    if (!found) {
      return undefined;
    }
    const { file, spot } = found;
    return referencesAt(spot, file.check)?.filter(({ isRecord }) => includeDeclaration || !isRecord).map(({ at }) => locationOf(at, file));
  }

  async provideDocumentHighlights(document: TextDocument, position: Position): Promise<DocumentHighlight[] | undefined> {
    const { highlightsAt } = await import('../../features');
    const found = checkedSpot(document, position, this.sessions);
    const highlights = found && highlightsAt(found.spot, found.file.check, found.file.path);
    return highlights?.map(({ at, isRecord }) => new DocumentHighlight(toRange(rangeOf(at)), isRecord ? DocumentHighlightKind.Write : DocumentHighlightKind.Read));
  }
}
