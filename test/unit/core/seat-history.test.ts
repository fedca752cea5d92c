import assert from 'node:assert/strict';
import type { Assignment } from '../../../src/core/register/model';
import { Seats } from '../../../src/core/subjects/pool';
import { earlyMoves, inSeatOrder, mayHaveMoves, seatNumberOf, type SeatTerms } from '../../../src/core/licensing/seat-history';
import { Random } from '../../fuzz/random';
import { assignmentOf, type AssignmentParts } from '../helpers/assignments';

const holderOf = ({ email }: Assignment) => email?.value;

function movesOf(seats: number, parts: readonly AssignmentParts[], days = 90): string[] {
  return earlyMoves(inSeatOrder(parts.map(assignmentOf)), { seats, days, holderOf }).map(({ former, next }) => `${holderOf(former)!} to ${holderOf(next)!}`);
}

/**
 * The same the plain way: all seats are looked at for each assignment.
 * @param choose which of several seats that anybody may have
 */
function plainMoves(assignments: readonly Assignment[], { seats, days }: SeatTerms, choose: (seats: readonly Seat[]) => Seat | undefined): string[] {
  const all: Seat[] = Array.from({ length: seats }, () => ({ number: undefined, last: undefined }));
  const moves: string[] = [];
  for (const next of assignments) {
    const day = next.assigned!.value;
    const isFine = (last: Assignment) => ['left', 'device-failed', 'temporary-over', 'correction'].includes(last.reason?.value ?? '') || last.assigned!.value <= day - days;
    const isFree = (last: Assignment | undefined) => !last || (last.ended?.value ?? Infinity) <= day;
    const number = seatNumberOf(next);
    const own = number === undefined ? undefined : all.find(seat => seat.number === number);
    const free = own ? [own].filter(({ last }) => isFree(last)) : all.filter(seat => seat.number === undefined && isFree(seat.last));
    const used = free.filter(({ last }) => last);
    const unused = free.find(({ last }) => !last);
    const by = (key: (last: Assignment) => number) => used.toSorted((a, b) => key(a.last!) - key(b.last!) || assignments.indexOf(a.last!) - assignments.indexOf(b.last!))[0];
    const theirs = used.filter(({ last }) => holderOf(last!) === holderOf(next));
    const waitedForLongest = (seats: readonly Seat[]) => seats.filter(({ last }) => !isFine(last!)).toSorted((a, b) => assignments.indexOf(b.last!) - assignments.indexOf(a.last!))[0];
    const seat = number !== undefined
      ? unused ?? by(last => last.ended!.value)
      : waitedForLongest(theirs) ?? freedLast(theirs, assignments) ?? choose(used.filter(({ last }) => isFine(last!))) ?? unused ?? by(() => 0);
    if (!seat) {
      continue;
    }
    if (seat.last && holderOf(seat.last) !== holderOf(next) && !isFine(seat.last)) {
      moves.push(`${holderOf(seat.last)!} to ${holderOf(next)!} on ${day}`);
    }
    seat.last = next;
    seat.number = number ?? seat.number;
  }
  return moves;
}

function freedLast(seats: readonly Seat[], assignments: readonly Assignment[]): Seat | undefined {
  return seats.toSorted((a, b) => b.last!.ended!.value - a.last!.ended!.value || assignments.indexOf(b.last!) - assignments.indexOf(a.last!))[0];
}

/** A seat of the plain way. */
interface Seat {
  number: string | undefined;
  last: Assignment | undefined;
}

describe('Seats dealt out in order', () => {
  it('are told when they go on too early', () => {
    assert.deepEqual(movesOf(1, [{ holder: 'a', assigned: 100, ended: 120 }, { holder: 'b', assigned: 189 }]), ['a to b']);
    assert.deepEqual(movesOf(1, [{ holder: 'a', assigned: 100, ended: 120 }, { holder: 'b', assigned: 190 }]), []);
  });

  it('go to who had them before', () => {
    assert.deepEqual(movesOf(2, [
      { holder: 'a', assigned: 100, ended: 110 }, { holder: 'b', assigned: 101, ended: 110 },
      { holder: 'b', assigned: 110 }, { holder: 'a', assigned: 111 },
    ]), []);
  });

  it('are asked for in the order of days, and on one day of who ends first', () => {
    assert.deepEqual(inSeatOrder([
      { holder: 'late', assigned: 101 }, { holder: 'open', assigned: 100 }, { holder: 'stand-in', assigned: 100, temporaryFor: 'x' },
      { holder: 'none', assigned: 100, ended: 100 }, { holder: 'short', assigned: 100, ended: 101 }, { holder: 'open too', assigned: 100 },
    ].map(assignmentOf)).map(holderOf), ['short', 'open', 'open too', 'late']);
  });

  it('of one who isn\'t known are held against nobody', () => {
    const parts = [{ holder: 'a', assigned: 100, ended: 101 }, { holder: 'somebody', assigned: 101, ended: 102 }, { holder: 'b', assigned: 102 }].map(assignmentOf);
    assert.deepEqual(earlyMoves(inSeatOrder(parts), { seats: 1, days: 90, holderOf: each => (holderOf(each) === 'somebody' ? undefined : holderOf(each)) }), []);
  });

  it('are dealt as by looking at all of them, whatever numbers they have', () => {
    const random = new Random(90);
    let early = 0;
    for (let round = 0; round < 4000; round++) {
      const numbers = random.pick([0, 0, 3, 5]);
      const parts = Array.from({ length: 1 + random.below(25) }, () => {
        const assigned = random.below(200);
        return {
          holder: `p${random.below(12)}`, assigned,
          ended: random.chance(0.8) ? assigned + random.below(60) : undefined,
          reason: random.chance(0.3) ? random.pick(['left', 'reassigned', 'correction']) : undefined,
          seat: numbers > 0 && random.chance(0.5) ? String(random.below(numbers)) : undefined,
        };
      });
      const assignments = inSeatOrder(parts.map(assignmentOf));
      const terms = { seats: 1 + random.below(6), days: random.pick([0, 30, 90]), holderOf };
      const moves = earlyMoves(assignments, terms).map(({ former, next }) => `${holderOf(former)!} to ${holderOf(next)!} on ${next.assigned!.value}`);
      assert.deepEqual(moves, plainMoves(assignments, terms, seats => freedLast(seats, assignments)), JSON.stringify({ parts, terms }));
      if (numbers === 0) {
        const nexts = (each: readonly string[]) => each.map(move => move.replace(/.* to /, ''));
        assert.deepEqual(nexts(moves), nexts(plainMoves(assignments, terms, seats => seats[0])), JSON.stringify({ parts, terms }));
      }
      assert.ok(moves.length === 0 || mayHaveMoves(new Seats(assignments), terms.seats));
      early += moves.length;
    }
    assert.ok(early > 2000, `${early} early moves`);
  });
});
