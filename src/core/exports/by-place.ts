import { isExported } from './exports';
import type { Entry } from '../register/model';

/** Below zero when `a` stands before `b` in their register: by file, then by line; what comes from exports stands behind all else. */
export function byPlace(a: Entry, b: Entry): number {
  if (isExported(a) || isExported(b)) {
    return Number(isExported(a)) - Number(isExported(b)) || a.start - b.start;
  }
  const inA = a.segment.slot!.chunk.list;
  const inB = b.segment.slot!.chunk.list;
  return inA.rank - inB.rank || inA.orderOf(a.segment) - inB.orderOf(b.segment) || a.start - b.start;
}
