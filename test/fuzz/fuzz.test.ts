import assert from 'node:assert/strict';
import type { Segment } from '../../src/core/document/segment';
import type { Assignment } from '../../src/core/register/model';
import { Ties } from '../../src/core/register/ties';
import { Seats } from '../../src/core/subjects/pool';
import { readYaml } from '../../src/core/reading/read-yaml';
import { scanEntry } from '../../src/core/reading/scan-entry';
import { fuzzDocuments, genuine } from './documents';
import { Random } from './random';
import { fuzzScanner } from './scanner';
import { fuzzSubjects, staffEntry } from './subjects';

/** A new one each time would find more, but not the same on every machine; `npm run fuzz` is for that. */
const seed = Number(process.env.FUZZ_SEED ?? 20261124);

describe(`Fuzzing with seed ${seed}`, function () {
  this.timeout(300_000);

  it('documents: after each of 20,000 edits all is as from scratch, and as yaml reads it', () => {
    const { accepted } = fuzzDocuments(new Random(seed), 20_000);
    assert.ok(accepted > 1500, `yaml accepted ${accepted} texts`);
  });

  it('subjects: after each of 20,000 changes the findings are those from scratch', () => {
    fuzzSubjects(new Random(seed), 20_000);
  });

  it('staff: after each of 10,000 changes among a few people the findings are those from scratch', () => {
    fuzzSubjects(new Random(seed), 10_000, staffEntry);
  });

  it('scanner: 60,000 texts are read as yaml reads them, or declined', () => {
    const { ordinary, mutated } = fuzzScanner(new Random(seed), 60_000);
    assert.ok(ordinary.taken / ordinary.texts > 0.95);
    assert.ok(mutated.taken / mutated.texts > 0.4);
  });
});

describe('Fuzzing notices', function () {
  this.timeout(60_000);

  it('a document that misses an edit now and then', () => {
    let edits = 0;
    const update: typeof genuine.update = (check, edit) => {
      if (++edits % 50 !== 0) {
        genuine.update(check, edit);
      }
    };
    assert.throws(() => fuzzDocuments(new Random(seed), 500, { ...genuine, update }));
  });

  it('segments that are read apart from what yaml says', () => {
    const read = (text: string) => readYaml(text.replaceAll('0147', '0148'));
    assert.throws(() => fuzzDocuments(new Random(seed), 2000, { ...genuine, read }), /segments differ from yaml/);
  });

  it('a seat that is not given back', () => {
    const genuineDelete = Object.getOwnPropertyDescriptor(Seats.prototype, 'delete')!;
    const forgetful = function (this: Seats, assignment: Assignment) {
      if (!assignment.ended) {
        (genuineDelete.value as typeof forgetful).call(this, assignment);
      }
    };
    try {
      Object.defineProperty(Seats.prototype, 'delete', { ...genuineDelete, value: forgetful });
      assert.throws(() => fuzzSubjects(new Random(seed), 2000));
    } finally {
      Object.defineProperty(Seats.prototype, 'delete', genuineDelete);
    }
  });

  it('an alias that is not read again when what it stands for changes', () => {
    const genuineDelete = Object.getOwnPropertyDescriptor(Ties.prototype, 'delete')!;
    const forgetful = function (this: Ties, segment: Segment): readonly Segment[] {
      (genuineDelete.value as typeof forgetful).call(this, segment);
      return [];
    };
    try {
      Object.defineProperty(Ties.prototype, 'delete', { ...genuineDelete, value: forgetful });
      assert.throws(() => fuzzDocuments(new Random(seed), 2000), /findings differ/);
    } finally {
      Object.defineProperty(Ties.prototype, 'delete', genuineDelete);
    }
  });

  it('a scanner that takes what it should decline', () => {
    assert.throws(() => fuzzScanner(new Random(seed), 2000, text => scanEntry(text.replaceAll('&', '+'))), /Misread/);
  });
});
