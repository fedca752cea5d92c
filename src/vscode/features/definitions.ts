import type { CancellationToken, DefinitionProvider, LocationLink, Position, TextDocument } from 'vscode';
import { rangeOf } from '../../core/range-of';
import { toRange } from '../diagnostics';
import type { Sessions } from '../sessions';
import { checkedFile, locationOf } from './checked-file';

/** Leads from what names a purchase, a server, a device or a person to where that is recorded. */
export class Definitions implements DefinitionProvider {
  readonly #sessions: Sessions;

  constructor(sessions: Sessions) {
    this.#sessions = sessions;
  }

  async provideDefinition(document: TextDocument, position: Position, token: CancellationToken): Promise<LocationLink[] | undefined> {
    const { definitionsAt } = await import('../../features/definition');
    await this.#sessions.whenChecked(document, token);
    const file = checkedFile(document, this.#sessions);
    const spot = file?.check.spotAt(position, file.path);
    const found = spot && definitionsAt(spot, file!.check);
    return found?.definitions.map(({ at, entry }) => {
      const { uri, range } = locationOf(at, file!);
      return { originSelectionRange: toRange(rangeOf(found.of)), targetUri: uri, targetSelectionRange: range, targetRange: toRange(rangeOf(entry)).union(range) };
    });
  }
}
