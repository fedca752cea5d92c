import assert from 'node:assert/strict';
import { editDistance, nearest } from '../../../src/core/text/edit-distance';

describe('editDistance', () => {
  for (const [a, b, distance] of [
    ['', '', 0],
    ['', 'abc', 3],
    ['abc', '', 3],
    ['assigned', 'assigned', 0],
    ['licence', 'license', 1],
    ['quantty', 'quantity', 1],
    ['assinged', 'assigned', 2],
    ['organisation', 'organization', 1],
    ['kitten', 'sitting', 3],
    ['saturday', 'sunday', 3],
    ['Name', 'name', 1],
    ['abcdef', 'fedcba', 6],
  ] as const) {
    it(`is ${distance} from ${JSON.stringify(a)} to ${JSON.stringify(b)}`, () => {
      assert.equal(editDistance(a, b), distance);
      assert.equal(editDistance(b, a), distance);
    });
  }

  it('equals its recursive definition', () => {
    const define = (a: string, b: string): number =>
      a === '' || b === ''
        ? a.length + b.length
        : Math.min(
            define(a.slice(1), b) + 1,
            define(a, b.slice(1)) + 1,
            define(a.slice(1), b.slice(1)) + (a.startsWith(b.charAt(0)) ? 0 : 1),
          );
    const words = [''];
    for (const word of words) {
      if (word.length < 4) {
        words.push(`${word}a`, `${word}b`);
      }
    }
    for (const a of words) {
      for (const b of words) {
        const distance = define(a, b);
        assert.equal(editDistance(a, b), distance, `${a} to ${b}`);
        for (const limit of [0, 1, 2]) {
          const told = editDistance(a, b, limit);
          assert.ok(distance <= limit ? told === distance : told > limit, `${a} to ${b} within ${limit}`);
        }
      }
    }
  });
});

describe('nearest', () => {
  const keys = ['name', 'email', 'login', 'assigned', 'ended', 'seat', 'note'];

  it('gives the near ones, nearest first', () => {
    assert.deepEqual(nearest('nane', keys, 2), ['name', 'note']);
    assert.deepEqual(nearest('assinged', keys, 2), ['assigned']);
  });

  it('keeps the order of equally near ones', () => {
    assert.deepEqual(nearest('bat', ['cat', 'hat', 'bar', 'bat'], 1), ['bat', 'cat', 'hat', 'bar']);
  });

  it('gives nothing beyond the distance', () => {
    assert.deepEqual(nearest('assinged', keys, 1), []);
    assert.deepEqual(nearest('x', [], 5), []);
  });

  it('takes any iterable', () => {
    assert.deepEqual(nearest('emial', new Set(keys), 2), ['email']);
  });
});
