// node --import tsx test/bench/beside.ts [ENTRIES]: how long it takes to tell what is shown beside the text of a register,
// after each of many edits: code lenses, inlay hints and the line of the language status.
import { RegisterCheck } from '../../src/core/check';
import { mainPath } from '../../src/core/register/inclusion';
import { inlayHintsOf } from '../../src/features/inlay-hints';
import { lensesOf } from '../../src/features/lenses';
import { summaryOf } from '../../src/features/summary';
import { makeRegister, registerKinds, today, type RegisterKind } from './registers';
import { summarize } from './statistics';
import { clockName, startStopwatch } from './stopwatch';

const edits = 200;
const entries = Number(process.argv[2] ?? 10_000);

for (const kind of Object.keys(registerKinds) as RegisterKind[]) {
  const { text } = makeRegister(kind, entries, 1);
  const check = new RegisterCheck(text, { today, limit: 1000 });
  check.work();
  const lines = text.split('\n');
  const dated = lines.flatMap((line, index) => (/assigned: \d{4}-\d{2}-\d{2}/.test(line) ? [index] : []));
  const times: Record<'lenses' | 'hints' | 'status', number[]> = { lenses: [], hints: [], status: [] };
  const timed = (of: keyof typeof times, tell: () => unknown) => {
    const elapsed = startStopwatch();
    tell();
    times[of].push(elapsed());
  };
  for (let made = 0; made < edits; made++) {
    const line = dated[Math.floor(made / 2) * 97 % dated.length]!;
    const character = lines[line]!.indexOf('assigned: ') + 'assigned: 2024-01-0'.length;
    // Back and forth, so that every other edit makes the register what it was.
    const newText = made % 2 === 0 ? '9' : lines[line]![character]!;
    check.update([{ range: { start: { line, character }, end: { line, character: character + 1 } }, newText }], mainPath);
    check.work();
    const findings = check.findings();
    timed('lenses', () => lensesOf(check.overview()!, findings));
    timed('hints', () => inlayHintsOf(check.overview()!));
    timed('status', () => summaryOf(check.overview()!, [findings]));
  }
  const told = Object.entries(times).map(([of, each]) => {
    const { median, p95 } = summarize(each);
    return `${of} ${median.toFixed(2)} / ${p95.toFixed(2)}`;
  });
  console.log(`${kind}, ${entries} entries: ${told.join(', ')} ms (median / 95th percentile, ${clockName})`);
}
