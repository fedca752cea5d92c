// node --import tsx test/fuzz/main.ts [--minutes N] [--seed N]: fuzzes until the time is over or something differs.
import { parseArgs } from 'node:util';
import { fuzzDocuments } from './documents';
import { Random } from './random';
import { fuzzScanner } from './scanner';
import { fuzzSubjects, staffEntry } from './subjects';

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '1' }, seed: { type: 'string' } } });
const end = Date.now() + Number(values.minutes) * 60_000;
const round = 500;

/** What is fuzzed in turn, each with how often. */
const fuzzers = {
  documents: { fuzz: (random: Random) => void fuzzDocuments(random, round), rounds: 0 },
  subjects: { fuzz: (random: Random) => fuzzSubjects(random, round), rounds: 0 },
  staff: { fuzz: (random: Random) => fuzzSubjects(random, round, staffEntry), rounds: 0 },
  scanner: { fuzz: (random: Random) => void fuzzScanner(random, round), rounds: 0 },
};

let seed = values.seed === undefined ? Date.now() % 1_000_000_000 : Number(values.seed);
console.log(`Fuzzing for ${values.minutes} min, from seed ${seed} on.`);
while (process.exitCode === undefined && Date.now() < end) {
  for (const [name, fuzzer] of Object.entries(fuzzers)) {
    try {
      fuzzer.fuzz(new Random(seed));
      fuzzer.rounds++;
    } catch (error) {
      console.error(`${name}, seed ${seed}: ${error instanceof Error ? error.message : String(error)}`);
      process.exitCode = 1;
    }
  }
  seed++;
}
console.log(Object.entries(fuzzers).map(([name, { rounds }]) => `${name}: ${rounds * round}`).join(', '));
