import assert from 'node:assert/strict';
import { parseDay } from '../../../src/core/calendar';
import { checkText } from '../../../src/core/check';
import { entryFields, rootFields, type Field } from '../../../src/core/register/fields';
import { severities } from '../../../src/core/findings/finding';
import { tiers } from '../../../src/core/licensing/license-type';
import { either, keyNamed, quote, say } from '../../../src/core/text/sentence';
import { blocksOf, namesIn, readText } from '../helpers/examples';
import { readMarks } from '../helpers/expectations';

const today = parseDay('2026-11-24')!;
const type = 'Exchange Server SE Standard User CAL';
const holder = (name: string, rest: string) => `  - { name: ${name} Nowak, email: ${name}@contoso.example, ${rest} }\n`;
const purchase = (rest: string) => `purchases:\n  - { id: PO-1, date: 2025-01-05, document: x, ${rest} }\nservers: []\nassignments:\n`;

/** What a rule says of a text, in the order of the places. */
function said(rule: string, text: string): string[] {
  return checkText(text, { today }).filter(finding => finding.rule === rule).map(({ message }) => message);
}

describe('A sentence', () => {
  it('takes values as arguments, and sentences as part of its template', () => {
    const { template, arguments: values, text } = say`${quote('a')}: ${either([quote('b'), say`a ${1}`, quote('{0}')])} of ${2}.`;
    assert.equal(template, '{0}: {1}, a {2} or {3} of {4}.');
    assert.deepEqual(values, ['"a"', '"b"', 1, '"{0}"', 2]);
    assert.equal(text, '"a": "b", a 1 or "{0}" of 2.');
  });

  it('shows keys and values on one line, and cut where they are long', () => {
    assert.equal(keyNamed('a\n b'), '`a b`');
    assert.equal(quote('x'.repeat(99)).length, 82);
  });

  it('joins what is to be chosen from', () => {
    assert.deepEqual([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(words => either(words).text), ['', 'a', 'a or b', 'a, b or c']);
  });
});

describe('Messages', () => {
  const registers = [
    ...namesIn('test/rules').flatMap(rule => namesIn('test/rules', rule).filter(name => name.endsWith('.yaml')).map(name => readText('test/rules', rule, name))),
    ...namesIn('docs/rules').flatMap(page => blocksOf(readText('docs/rules', page)).filter(({ language }) => language === 'yaml').map(({ text }) => text)),
  ];
  const findings = registers.flatMap(text => checkText(text, { today, limit: readMarks(text).limit ?? 1000 }));

  it('have values as arguments, words of the format among them, and all other words in the template', () => {
    const ofFormat = new Set<unknown>(['true', 'false', 'off', ...severities, ...tiers, ...'"\'}]']);
    for (const fields of [rootFields, ...Object.values<Readonly<Record<string, Field>>>(entryFields)]) {
      Object.values<Field>(fields).forEach(({ words }) => words?.forEach(word => ofFormat.add(String(word))));
    }
    const values = findings.flatMap(finding => finding.arguments).filter(each => typeof each === 'string' && !/^(?:"[^]*"|`[^]*`|\d{4}-\d\d-\d\d)$/.test(each));
    assert.deepEqual([...new Set(values)].filter(value => !ofFormat.has(value)), []);
  });

  it('are one sentence each, from a capital letter, number, quote or key to the only full stop', () => {
    for (const { rule, message, template } of findings) {
      assert.match(template, /^[A-Z1{][^]*[^.]\.$/, `${rule}: ${message}`);
      assert.doesNotMatch(template, /[.?!] | {2}/, `${rule}: ${message}`);
    }
  });

  it('name an entry of `noCal`, a key and an item of a list each as what they are', () => {
    assert.deepEqual(said('wrong-type', 'noCal:\n  - postmaster\nservers: EX01\ndevices:\n  - name: A\n    users: [[a]]\ninclude:\n  - a: b\nsettings: { genericNames: [[a]], inactiveDays: [1] }\n'), [
      'Each `noCal` entry consists of lines of `key: value`, not a single value.',
      '`servers` takes a list, not a single value.',
      'Each item of `users` is a single value, not a list.',
      'Each item of `include` is a single value, not lines of `key: value`.',
      'Each item of `genericNames` is a single value, not a list.',
      '`inactiveDays` takes a single value, not a list.',
    ]);
  });

  it('advise to leave quotes out only where the number would do', () => {
    const quantity = (text: string) => said('quantity-invalid', purchase(`type: ${type}, quantity: ${text}`));
    assert.deepEqual(quantity('"5"'), ['`quantity` is a number and stands without quotes: write 5.']);
    for (const text of ['0', '99999999999999999999']) {
      assert.deepEqual(quantity(`"${text}"`), [`\`quantity\` can't be "${text}": it is a whole number of 1 or more, in plain digits.`]);
    }
  });

  it('ask for the purchase of the CAL where one of server licenses is named, and for the type where it holds several', () => {
    const untyped = holder('anna', 'assigned: 2025-02-01, purchase: PO-1');
    assert.deepEqual(said('type-mismatch', purchase('type: Exchange Server SE Standard, quantity: 1') + untyped), [
      'The purchase "PO-1" is of "Exchange Server SE Standard", which is no CAL: name the purchase of the CAL.',
    ]);
    const both = `purchases:\n${['User', 'Device'].map(model => `  - { id: PO-1, date: 2025-01-05, document: x, quantity: 1, type: Exchange Server SE Standard ${model} CAL }\n`).join('')}servers: []\nassignments:\n`;
    assert.deepEqual(said('type-mismatch', both + untyped), [
      'The purchase "PO-1" is of "Exchange Server SE Standard User CAL" or "Exchange Server SE Standard Device CAL", so it doesn\'t tell which CAL is held: add `type`.',
    ]);
  });

  it('say where a comment for the whole file works', () => {
    assert.deepEqual(said('unused-suppression', `assignments:\n${holder('anna', `assigned: 2025-02-01, type: ${type}, purchase: PO-1`)}# license-register-disable-file purchase-missing -- later\n`), [
      'A suppression for the whole file works only above its first content, so this one silences nothing: move it there, or remove it.',
    ]);
  });

  describe('of a line that YAML does not take', () => {
    const entry = 'assignments:\n  - name: Anna Nowak\n    email: anna@contoso.example\n    assigned: 2026-10-01\n';
    /** Which finding of the shape stands where, once the line of the address is another. */
    const told = (line: string) => checkText(entry.replace('    email: anna@contoso.example', line), { today })
      .filter(finding => finding.rule === 'yaml-syntax')
      .map(({ range: { start, end }, message }) => `${start.line + 1}:${start.character + 1}-${end.character + 1} ${message}`);
    const indentation = 'This line is indented differently from the lines it belongs to: give all keys of an entry the same indentation.';
    const tab = "A line can't be indented by tabs: use blanks.";
    const merge = 'A merge is left open here: decide which of the lines between these marks stay, and delete the marks.';
    const cases: readonly (readonly [string, string, readonly string[]])[] = [
      ['is indented too far', '      email: a@contoso.example', [`3:7-12 ${indentation}`]],
      ['is indented too little', '   email: a@contoso.example', [`3:4-9 ${indentation}`]],
      ['is indented as its dash is', '  email: a@contoso.example', [`3:3-8 ${indentation}`]],
      ['is indented by a tab', '\temail: a@contoso.example', [`3:1-2 ${tab}`]],
      ['is no key', 'Jan Kowal\tjan@contoso.example', ['3:1-30 This line is neither a key nor part of an entry: write it as `key: value`, or indent it to where it belongs.']],
      ['lacks the blank behind its dash', '  -name: Jan Kowal', ['3:3-4 A blank is missing behind the dash of a new entry: write it as `- key: value`.']],
      ['begins what a merge left', '<<<<<<< HEAD', [`3:1-13 ${merge}`]],
      ['ends it', '>>>>>>> their-branch', [`3:1-21 ${merge}`]],
      ['stands between', '=======\r', [`3:1-8 ${merge}`]],
      ['says what stood there before', '||||||| base', [`3:1-13 ${merge}`]],
      ['goes on behind a quote', '    email: "a@contoso.example" b', ["3:32-33 This can't be read as part of what stands above it: check its indentation, and quotes and colons before it."]],
      ['has a second key', '    email: a@contoso.example, login: a', ['3:12-13 A value can\'t hold a further key on its line: put the text in quotes, or the key on a line of its own.']],
    ];
    for (const [what, line, expected] of cases) {
      it(`say what is wrong, and where, if it ${what}`, () => assert.deepEqual(told(line), expected));
    }
  });

  it('guess what a key was meant to be only where it is near and no other is as near', () => {
    const meant = (key: string) => /: "(.*)" is probably meant/.exec(said('unknown-key', `- ${key}: x\n`)[0]!)?.[1];
    assert.deepEqual(['assinged', 'Email', 'nme', 'naem', 'seta', 'xx', 'emai'].map(meant), ['assigned', 'email', 'name', undefined, undefined, undefined, 'email']);
  });

  it('say of a merge key what to write in its place', () => {
    assert.deepEqual(said('unknown-key', 'x-base: &base { type: x }\nassignments:\n  - { <<: *base, name: Anna Nowak }\n'), [
      'The merge key "<<" isn\'t read, so that it brings nothing in: write out the keys that it stands for.',
    ]);
  });

  it('leave open which license an unreadable text means', () => {
    const told = (text: string) => said('unknown-license-type', `- { name: Anna Nowak, email: anna@contoso.example, assigned: 2025-02-01, type: ${text}, purchase: PO-1 }\n`)[0];
    assert.equal(told('M365 E3'), '"M365 E3" can\'t be read as a license: write it in a form such as "Exchange Server 2019 Standard User CAL", or say what it means in `settings.typeNames`.');
    assert.equal(told('Exchange SE Standard User CAL'), '"Exchange SE Standard User CAL" can\'t be read as a license: write it as "Exchange Server SE Standard User CAL" if that is meant, or say what it means in `settings.typeNames`.');
  });

  it('say how many seats there were on the day that counts', () => {
    const text = purchase(`type: ${type}, quantity: 5, subscription: { from: 2025-01-05, until: 2026-01-04 }`) + holder('anna', `assigned: 2025-02-01, type: ${type}, purchase: PO-1`);
    assert.match(said('over-assigned-purchase', text)[0]!, /^1 assignment takes a seat of "PO-1" on 2026-01-05, but it holds 0 seats then: /);
  });

  it('tell the days of each assignment: since when, from when on, or from when to when', () => {
    const days = ['assigned: 2025-02-01', 'assigned: 2025-02-01, ended: 2027-01-01, reason: left', 'assigned: 2026-12-01'];
    const text = purchase(`type: ${type}, quantity: 1`) + days.map((each, index) => holder('anna ewa jan'.split(' ')[index]!, `${each}, type: ${type}, purchase: PO-1`)).join('');
    // The day of the finding is the first with too many; who comes later is told where most are.
    const future = checkText(text.replaceAll('2025-02-01', '2026-12-01'), { today }).find(({ rule }) => rule === 'over-assigned-purchase')!;
    assert.deepEqual(future.related.map(({ message }) => message), [
      '"anna Nowak", from 2026-12-01 on.', '"ewa Nowak", from 2026-12-01 to 2027-01-01.', '"jan Nowak", from 2026-12-01 on.',
    ]);
    const now = checkText(text, { today }).find(({ rule }) => rule === 'over-assigned-purchase')!;
    assert.equal(now.related[0]!.message, '"anna Nowak", since 2025-02-01.');
  });

  it('quote what a value was made into', () => {
    const long = `CONTOSO\\t${'x'.repeat(99)}`;
    assert.deepEqual(said('broken-scalar', `- login: "${long}"\n`), [
      `In double quotes, ${quote(long)} holds an unprintable character, since a \\ starts a special one: use single quotes.`,
    ]);
    assert.deepEqual(said('unquoted-scalar', '- login: 0147\n'), ['Without quotes, other programs read "0147" as a number: put it in quotes.']);
  });
});
