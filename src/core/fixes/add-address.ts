import type { Assignment, Mailbox } from '../register/model';
import { isBlank, pairOf, type SeqNode } from '../reading/node';
import { holderNameOf } from '../findings/related';
import { placeIn } from '../rule';
import { quote } from '../text/sentence';
import { addKeys } from './add-keys';
import type { ReportedEdit, ReportedFix } from './context';
import { insertLines, isFlow, mappingWithKeyAt } from './mapping-text';
import { writeScalar } from './yaml-text';
import { startOfLine } from '../text/lines';

/** Says that an address is another one of who holds an assignment, or has a mailbox. */
export function addAddress(address: string, entry: Assignment | Mailbox): ReportedFix[] {
  const { segment, head } = entry;
  const title = `${quote(address)} is another address of ${quote(entry.entryKind === 'assignment' ? holderNameOf(entry) : entry.email?.value ?? '')}`;
  const written = writeScalar(address.trim());
  const mapping = mappingWithKeyAt(segment, head.start);
  const given = mapping && pairOf(mapping, 'otherAddresses')?.value;
  if (!given || isBlank(given)) {
    return addKeys(entry, [['otherAddresses', `[${written}]`]], title);
  }
  const edit = given.kind === 'seq' ? addItem(entry, given, written) : undefined;
  return edit ? [{ title, edits: [edit], safe: false }] : [];
}

function addItem({ segment }: Assignment | Mailbox, list: SeqNode, written: string): ReportedEdit | undefined {
  const last = list.items.at(-1);
  if (isFlow(segment, list)) {
    const at = last ? last.end : list.start + 1;
    return { at: placeIn(segment, { start: at, end: at }), newText: last ? `, ${written}` : written };
  }
  const dash = last && segment.text.slice(startOfLine(segment.text, last.start), last.start);
  return dash !== undefined && /^ *- +$/.test(dash) ? insertLines(segment, last!.end, [dash + written]) : undefined;
}
