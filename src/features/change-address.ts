import { addAddress } from '../core/fixes/add-address';
import type { ReportedEdit } from '../core/fixes/context';
import type { Spot } from '../core/spot';
import { mentionAt, personOf, type Readable } from './mentions';
import { recordOf } from './person-record';
import { rename, type Refusal } from './rename';

/** An address of a person who has an entry that can keep it as another one. */
export interface KeepableAddress {
  readonly address: string;
  /** Says in that entry that it is another address. */
  readonly keep: readonly ReportedEdit[];
}

/** The address at a position that could be changed and kept as another one; undefined where there is none. */
export function keepableAddressAt(spot: Spot): KeepableAddress | undefined {
  const mention = mentionAt(spot);
  const person = mention?.named === 'person' && mention.leaf.value.includes('@') ? personOf(mention, spot) : undefined;
  const record = person && recordOf(person, spot.today);
  const address = mention?.leaf.value.trim() ?? '';
  const keep = record && record.entryKind !== 'noCal' ? addAddress(address, record).flatMap(({ edits }) => edits) : [];
  return keep.length > 0 ? { address, keep } : undefined;
}

/** Changes the address at a position wherever the register has it, and keeps it as another address of the same person. */
export function changeAddress(spot: Spot, newAddress: string, register: Readable): readonly ReportedEdit[] | Refusal {
  const keepable = keepableAddressAt(spot);
  if (!keepable) {
    return { problem: 'There is no address of a person here whose entry could keep it as another one.' };
  }
  const edits = rename(spot, newAddress, register);
  return 'problem' in edits || edits.length === 0 ? edits : [...edits, ...keepable.keep];
}
