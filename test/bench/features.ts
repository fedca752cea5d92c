// npx esbuild --bundle --platform=node test/bench/features.ts | node - [ENTRIES]: how long completions and hovers take in a large
// register, each asked for at random entries, completions with nothing remembered from the last time. To be run in the
// project's folder. Bundled as the extension is: tsx leaves constants of other files to be looked up.
import { readFileSync } from 'node:fs';
import { RegisterCheck } from '../../src/core/check';
import type { Position } from '../../src/core/text/text';
import { completionsAt, Known, placeIn, placeInText } from '../../src/features/completion';
import { hoverAt } from '../../src/features/hover';
import type { RegisterSchema } from '../../src/features/schema-keys';
import { Random } from '../fuzz/random';
import { makeRegister, today, type RegisterKind } from './registers';
import { summarize } from './statistics';

const schema = JSON.parse(readFileSync('schemas/license-register.schema.json', 'utf8')) as RegisterSchema;
const runs = 100;
/** Runs that only warm up. */
const warmUps = 10;
const count = Number(process.argv[2] ?? 10_000);

/** Where completions are asked for: what is behind a key is taken away first. */
const completed = { key: undefined, type: 'type', purchase: 'purchase', email: 'email', assigned: 'assigned' } as const;
const hovered = ['name', 'email', 'type', 'purchase', 'assigned'] as const;

function main(): void {
  for (const kind of ['mean', 'flow', 'list', 'onePurchase', 'standIns'] satisfies RegisterKind[]) {
    measure(kind, makeRegister(kind, count, 1).text);
  }
  measure('mean, with an anchor', makeRegister('mean', count, 1).text.replace('organization: ', 'organization: &name '));
}

function measure(name: string, text: string): void {
  const check = new RegisterCheck(text, { today });
  check.work();
  const lines = text.split('\n');
  const random = new Random(7);
  const report = (what: string, place: (line: number) => Position, run: (position: Position) => void) => {
    const times: number[] = [];
    for (let round = 0; round < runs + warmUps; round++) {
      const position = place(pickLine(lines, random));
      const start = performance.now();
      run(position);
      times.push(performance.now() - start);
    }
    const { median, p95 } = summarize(times.slice(warmUps));
    console.log(`${name}: ${what} ${median.toFixed(2)} ms, p95 ${p95.toFixed(2)} ms`);
  };
  for (const [what, key] of Object.entries(completed)) {
    report(`complete ${what}`, line => placeOf(key, line, lines), position => complete(check, position));
  }
  const typed = new RegisterCheck(`${text}ex`, { today });
  typed.work();
  report('complete a key of the register', () => ({ line: lines.length - 1, character: 2 }), position => complete(typed, position));
  report('complete key, not checked yet', line => placeOf(undefined, line, lines), position => {
    completionsAt({ place: placeInText(text, position), known: new Known(), ...circumstances });
  });
  for (const key of hovered) {
    report(`hover ${key}`, line => placeOf(key, line, lines), position => {
      hoverAt(check.spotAt(position)!, schema);
    });
  }
  report('hover a key', line => ({ line, character: lines[line]!.search(/name/) + 1 }), position => {
    hoverAt(check.spotAt(position)!, schema);
  });
}

const circumstances = { schema, today, indentation: 2, leavesSchema: false, foundRules: () => [] } as const;

function complete(check: RegisterCheck, position: Position): void {
  const spot = check.spotAt(position)!;
  const known = new Known();
  known.open(spot, () => check.contents());
  completionsAt({ place: placeIn(spot.segment, spot.offset), known, ...circumstances });
}

/** The first line of an assignment. */
function pickLine(lines: readonly string[], random: Random): number {
  for (;;) {
    const line = Math.floor(lines.length / 20 + random.below(Math.floor(lines.length * 0.9)));
    if (/^ *- (?:\{ )?name:/.test(lines[line]!) && lines.slice(line, line + 8).some(each => each.includes('assigned:'))) {
      return line;
    }
  }
}

/** A place in the value of a key of the entry on a line; without a key, behind its first one. */
function placeOf(key: string | undefined, first: number, lines: readonly string[]): Position {
  for (let line = first; key !== undefined && line < first + 8 && line < lines.length; line++) {
    const at = lines[line]!.search(new RegExp(`(?<=[ {]${key}: )`));
    if (at >= 0) {
      return { line, character: at + 1 };
    }
  }
  return { line: first, character: lines[first]!.indexOf('name') + 2 };
}

main();
