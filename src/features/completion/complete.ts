import { literal } from '../../core/fixes/snippet';
import { completeComment } from './comments';
import type { Completion, CompletionList } from './completion';
import type { CompletionRequest } from './completion-request';
import { cursorAt, type Cursor } from '../cursor';
import { completeBlankLine, completeLooseDash, withLooseKeys } from './loose-lines';
import { slotOf } from './slot';
import { SlotFiller } from './slot-filler';

/**
 * What can be written where a cursor stands in a register. The place is read from the lines around the cursor as they
 * are now, however broken; only what can be offered of other entries comes from the check, or from what it knew last.
 */
export function completionsAt(request: CompletionRequest): CompletionList {
  const { place } = request;
  const cursor = cursorAt(place.text, place.offset, place.around);
  if (!cursor) {
    return { items: [], isIncomplete: false };
  }
  const filler = new SlotFiller(request);
  const items = itemsAt(cursor, filler, request);
  return { items, isIncomplete: filler.isIncomplete };
}

function itemsAt(cursor: Cursor, filler: SlotFiller, { place, today, foundRules }: CompletionRequest): readonly Completion[] {
  const { text, offset, isHead } = place;
  switch (cursor.at) {
    case 'comment': return completeComment({ comment: cursor, text, offset, isHead, today, foundRules });
    case 'key': {
      const { level, token, hasColon } = cursor;
      const slot = slotOf(token, text, offset, level.isFlow ? undefined : level.column);
      const items = filler.next(level, slot, hasColon ? text.slice(token.start, token.end) : undefined);
      return level.isFlow && token.start === token.end ? withComma(items, text.slice(offset)) : withLooseKeys(items, cursor, filler);
    }
    case 'dash': return completeLooseDash(cursor, filler);
    case 'value': return filler.value(cursor.path, cursor.level, slotOf(cursor.token, text, offset, undefined));
    case 'blank': return completeBlankLine(cursor, filler);
  }
}

/** Keys with the comma that must stand behind them where another one follows in the braces. */
function withComma(items: readonly Completion[], behind: string): readonly Completion[] {
  const next = /^(\s*)[^\s,}\]#]/.exec(behind);
  if (!next) {
    return items;
  }
  const comma = next[1] === '' ? ', ' : ',';
  return items.map(item => ({
    ...item,
    newText: (item.isSnippet ? item.newText : `${literal(item.newText)}$1`) + comma,
    isSnippet: true,
  }));
}
