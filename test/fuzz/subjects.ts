import assert from 'node:assert/strict';
import { checkText, RegisterCheck } from '../../src/core/check';
import { parseDay } from '../../src/core/calendar';
import type { TextEdit } from '../../src/core/text/text';
import type { Random } from './random';
import { randomEntry } from './registers';
import { linesOf, staffRow } from './staff';

const sections = ['purchases', 'servers', 'devices', 'mailboxes', 'noCal', 'assignments'];
const firstDay = parseDay('2024-01-01')!;

type EntryMaker = (random: Random, section: string) => string;

/** An entry with all mistakes that there are. */
const anyEntry: EntryMaker = (random, section) => randomEntry(random, section, '  ');

/** An entry without mistakes of its own, of the same few people as the others. */
export const staffEntry: EntryMaker = (random, section) => linesOf(staffRow(random, section));

/** A line that starts a section, or the lines of one entry. */
interface Block { readonly section: string; readonly text: string }

/**
 * Adds, removes, moves and changes whole entries of registers that are always YAML, so that purchases, pools,
 * types and persons gain and lose their members in every way, and holds the findings after each change against
 * those from scratch.
 * @param entryOf an entry of a section, as lines
 * @param update how a change reaches the check; another way is put in to prove that it'd be noticed
 */
export function fuzzSubjects(random: Random, changes: number, entryOf: EntryMaker = anyEntry, update = genuine): void {
  for (let made = 0; made < changes;) {
    let blocks = randomBlocks(random, entryOf);
    let options = { today: firstDay + random.below(1500) };
    const check = new RegisterCheck(textOf(blocks), options);
    check.work();
    for (let step = 0; step < 40 && made < changes; step++, made++) {
      const before = blocks;
      if (random.chance(0.05)) {
        options = { today: firstDay + random.below(1500) };
        check.setOptions(options);
      } else {
        blocks = changed(random, blocks, entryOf);
        update(check, difference(before, blocks));
      }
      if (random.chance(0.2)) {
        // The next change comes while this one is still being checked.
        let steps = random.below(80);
        check.work(() => steps-- === 0);
        continue;
      }
      check.work();
      try {
        assert.deepEqual(check.findings(), checkText(textOf(blocks), options));
      } catch (error) {
        throw new Error(`${String(error).slice(0, 1500)}\nbefore: ${JSON.stringify(textOf(before))}\nafter: ${JSON.stringify(textOf(blocks))}\ntoday: ${options.today}`);
      }
    }
  }
}

function genuine(check: RegisterCheck, edit: TextEdit): void {
  check.update([edit]);
}

function randomBlocks(random: Random, entryOf: EntryMaker): Block[] {
  return sections.filter(() => random.chance(0.85)).flatMap(section => [
    { section, text: `${section}:\n` },
    ...Array.from({ length: section === 'assignments' ? 12 : 4 }, () => ({ section, text: entryOf(random, section) })),
  ]);
}

function changed(random: Random, blocks: readonly Block[], entryOf: EntryMaker): Block[] {
  const entries = blocks.filter(({ text }) => text.startsWith(' '));
  const at = blocks.indexOf(random.pick(entries.length > 0 ? entries : blocks));
  const { section, text } = blocks[at] ?? { section: 'assignments', text: '' };
  if (!text.startsWith(' ')) {
    return [...blocks, { section, text: entryOf(random, section) }];
  }
  switch (random.below(6)) {
    case 0: return blocks.toSpliced(at, 1);
    case 1: return blocks.toSpliced(at, 0, { section, text: entryOf(random, section) });
    case 2: {
      const to = blocks.findIndex(block => block.section === section) + 1;
      return blocks.toSpliced(at, 1).toSpliced(to, 0, blocks[at]!);
    }
    case 3: return blocks.toSpliced(at, 1, { section, text: entryOf(random, section) });
    default: {
      // One line of another entry of the section in place of one here: ids, types and addresses spread.
      const donor = random.pick(entries.filter(entry => entry.section === section)).text.split('\n').filter(line => line.startsWith('    '));
      const own = text.split('\n').slice(0, -1);
      const key = (line: string) => line.trim().replace(/^- /, '').split(':')[0];
      const line = donor.length > 0 ? random.pick(donor) : '    x-row: 1';
      const lines = own.filter((existing, index) => index === 0 || key(existing) !== key(line));
      return own.length > 1 && key(own[0]!) !== key(line)
        ? blocks.toSpliced(at, 1, { section, text: `${lines.toSpliced(1, 0, line).join('\n')}\n` })
        : blocks.toSpliced(at, 1);
    }
  }
}

function textOf(blocks: readonly Block[]): string {
  return blocks.map(({ text }) => text).join('');
}

/** The edit that makes one list of blocks into another: all between the first and the last that differ. */
function difference(before: readonly Block[], after: readonly Block[]): TextEdit {
  let head = 0;
  while (head < Math.min(before.length, after.length) && before[head] === after[head]) {
    head++;
  }
  let tail = 0;
  while (tail < Math.min(before.length, after.length) - head && before.at(-1 - tail) === after.at(-1 - tail)) {
    tail++;
  }
  const lines = (blocks: readonly Block[]) => textOf(blocks).split('\n').length - 1;
  const start = { line: lines(before.slice(0, head)), character: 0 };
  const end = { line: lines(before.slice(0, before.length - tail)), character: 0 };
  return { range: { start, end }, newText: textOf(after.slice(head, after.length - tail)) };
}
