import assert from 'node:assert/strict';
import { Heap } from '../../../src/core/collections/heap';
import { Random } from '../../fuzz/random';

describe('Heap', () => {
  it('gives nothing when it is empty', () => {
    assert.equal(new Heap().pop(), undefined);
  });

  it('gives the smallest number that it holds, however they come and go', () => {
    const random = new Random(7);
    const heap = new Heap();
    let held: number[] = [];
    for (let step = 0; step < 20_000; step++) {
      if (random.chance(0.5)) {
        const item = random.below(1000) - 500;
        heap.push(item);
        held.push(item);
      } else {
        held = held.sort((a, b) => a - b);
        assert.equal(heap.pop(), held.shift());
      }
    }
  });
});
