import assert from 'node:assert/strict';
import { overlap, type Interval } from '../../../src/core/calendar';
import { clashesAmong, type Stay } from '../../../src/core/licensing/overlap';
import { Random } from '../../fuzz/random';
import { assignmentOf } from '../helpers/assignments';

function stay(owner: string, ...days: readonly (readonly [start: number, end: number])[]): Stay {
  return { assignment: assignmentOf({ holder: owner, assigned: days[0]?.[0] ?? 0 }), owner, days: days.map(([start, end]) => ({ start, end })) };
}

const shareDay = (a: readonly Interval[], b: readonly Interval[]) => a.some(days => b.some(others => overlap(days, others)));

describe('Stays that clash', () => {
  const owners = (...stays: readonly Stay[]) => clashesAmong(stays).map(({ earlier, later }) => `${earlier.email!.value} ${later.email!.value}`);

  it('share a day', () => {
    assert.deepEqual(owners(stay('a', [1, 5]), stay('b', [4, 5])), ['a b']);
    assert.deepEqual(owners(stay('a', [1, 5]), stay('b', [5, Infinity])), []);
    assert.deepEqual(owners(stay('a', [1, Infinity]), stay('b', [9, 10]), stay('c', [12, 13])), ['a b', 'a c']);
  });

  it('are of different owners', () => {
    assert.deepEqual(owners(stay('a', [1, 5]), stay('a', [2, 9]), stay('b', [6, 7])), ['a b']);
  });

  it('may be interrupted', () => {
    assert.deepEqual(owners(stay('a', [1, 3], [7, 9]), stay('b', [3, 7]), stay('c', [8, 9])), ['a c']);
    assert.deepEqual(owners(stay('a'), stay('b', [3, 7])), []);
  });

  it('are found as by looking at all pairs', () => {
    const random = new Random(11);
    for (let round = 0; round < 5000; round++) {
      const stays = Array.from({ length: random.below(12) }, () => {
        const assigned = random.below(30);
        const isBroken = random.chance(0.3);
        let start = isBroken ? assigned + random.below(5) : assigned;
        const days = Array.from({ length: isBroken ? random.below(3) : 1 }, () => {
          const end = start + 1 + random.below(12);
          const each = { start, end: random.chance(0.1) ? Infinity : end };
          start = end + 1 + random.below(4);
          return each;
        });
        const owner = `p${random.below(5)}`;
        return { assignment: assignmentOf({ holder: owner, assigned }), owner, days };
      }).sort((a, b) => a.assignment.assigned!.value - b.assignment.assigned!.value);
      const clashes = clashesAmong(stays);
      const clashingWithEarlier = stays.filter((later, index) => stays.slice(0, index).some(earlier => earlier.owner !== later.owner && shareDay(earlier.days, later.days)));
      assert.deepEqual(clashes.map(({ later }) => later), clashingWithEarlier.map(({ assignment }) => assignment));
      for (const { earlier, later } of clashes) {
        const [a, b] = [earlier, later].map(assignment => stays.find(each => each.assignment === assignment)!);
        assert.ok(a!.owner !== b!.owner && shareDay(a!.days, b!.days));
      }
    }
  });
});
