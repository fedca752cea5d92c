// npx esbuild --bundle --platform=node test/bench/navigation.ts | node - [COUNT]: how long it takes in a checked register of
// COUNT assignments (10,000) to outline it, and to find and rename what stands in it; the median of warm runs.
// Bundled as the extension is: tsx gives every closure a name when it is made, which takes longer than what they do.
import { RegisterCheck } from '../../src/core/check';
import { mainPath } from '../../src/core/register/inclusion';
import { lineStartsOf, positionAt } from '../../src/core/text/text';
import { definitionsAt } from '../../src/features/definition';
import { outlineOf } from '../../src/features/outline';
import { highlightsAt, referencesAt } from '../../src/features/references';
import { registerSymbols } from '../../src/features/register-symbols';
import { rename } from '../../src/features/rename';
import { makeRegister, today } from './registers';
import { clockName, startStopwatch } from './stopwatch';

const runs = 60;
const warmUp = 20;
const count = Number(process.argv[2] ?? 10_000);

console.log(`Times are ${clockName}.`);
for (const kind of ['mean', 'flow', 'list', 'onePurchase'] as const) {
  const { text } = makeRegister(kind, count, 1);
  const check = new RegisterCheck(text, { today });
  check.work();
  const starts = lineStartsOf(text);
  const spotAt = (key: string) => check.spotAt(positionAt(starts, text.lastIndexOf(`${key}: `) + key.length + 2))!;
  const address = spotAt('email');
  const purchase = spotAt('purchase');
  const contents = check.contents()!;
  const tasks = {
    'outline': () => outlineOf(check, mainPath, today),
    'symbols, one letter': () => registerSymbols('a', contents, 200),
    'symbols, a name': () => registerSymbols('anna now', contents, 200),
    'symbols, nobody': () => registerSymbols('qqq', contents, 200),
    'contents': () => check.contents(),
    'definition of an address': () => definitionsAt(address, check),
    'references of an address': () => referencesAt(address, check),
    'highlights of an address': () => highlightsAt(address, check, mainPath),
    'references of a purchase': () => referencesAt(purchase, check),
    'rename of an address': () => rename(address, 'somebody.else@contoso.example', check),
    'rename of a purchase': () => rename(purchase, 'PO-FRESH', check),
  };
  for (const [what, task] of Object.entries(tasks)) {
    const times: number[] = [];
    for (let run = 0; run < warmUp + runs; run++) {
      const elapsed = startStopwatch();
      task();
      times.push(elapsed());
    }
    const warm = times.slice(warmUp).sort((a, b) => a - b);
    console.log(`${kind}, ${count} assignments, ${what}: ${warm[runs >> 1]!.toFixed(1)} ms (first time ${times[0]!.toFixed(1)} ms)`);
  }
}
