import type { NewEntry } from '../../core/fixes/append-entries';
import type { FixContext } from '../../core/fixes/context';
import { addEntries } from './add-entries';
import type { Change } from './change';

/** Records a server, behind those that are there. */
export function addServer(server: NewEntry<'servers'>, context: FixContext): Change {
  return addEntries('servers', [server], context);
}
