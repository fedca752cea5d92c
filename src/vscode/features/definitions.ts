import type { CancellationToken, DefinitionProvider, LocationLink, Position, TextDocument } from 'vscode';
import { rangeOf } from '../../core/document/range-of';
import { toRange } from '../diagnostics';
import type { Sessions } from '../sessions';
import { checkedSpot, locationOf } from './checked-file';

/** Leads from what names a purchase, a server, a device or a person to where that is recorded. */
export class Definitions implements DefinitionProvider {
  private readonly sessions: Sessions;

  constructor(sessions: Sessions) {
    this.sessions = sessions;
  }

  async provideDefinition(document: TextDocument, position: Position, token: CancellationToken): Promise<LocationLink[] | undefined> {
    const { definitionsAt } = await import('../../features');
    await this.sessions.whenChecked(document, token);
    const found = checkedSpot(document, position, this.sessions);
    if (!found) {
      return undefined;
    }
    const { file, spot } = found;
    const asked = definitionsAt(spot, file.check);
    return asked?.definitions.map(({ at, entry }) => {
      const { uri, range } = locationOf(at, file);
      return { originSelectionRange: toRange(rangeOf(asked.of)), targetUri: uri, targetSelectionRange: range, targetRange: toRange(rangeOf(entry)).union(range) };
    });
  }
}
