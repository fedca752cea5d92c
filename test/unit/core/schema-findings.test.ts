import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv, type ErrorObject } from 'ajv';
import { isMap, isNode, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import { parseDay } from '../../../src/core/calendar';
import { RegisterCheck, type CheckOptions } from '../../../src/core/check';
import { checkWithIncluded } from '../../../src/core/register/inclusion';
import type { Finding } from '../../../src/core/findings/finding';
import { rules } from '../../../src/core/rules';
import { blocksOf, namesIn, readText, root } from '../helpers/examples';

const today = parseDay('2026-11-24')!;
const modeline = '# yaml-language-server: $schema=license-register.schema.json\n';
const entry = `- name: Anna Nowak
  email: anna.nowak@contoso.example
  assigned: 2024-03-04
  type: Core CAL Suite
`;
const faulty = `${entry}  colour: red\n`;

function checked(text: string, options: Partial<CheckOptions> = { leavesSchema: 'whereNamed' }): RegisterCheck {
  const check = new RegisterCheck(text, { today, ...options });
  check.work();
  return check;
}

const rulesOf = (findings: readonly Finding[]) => findings.map(({ rule }) => rule).filter(rule => rule !== 'purchase-missing');
const shown = (text: string, options?: Partial<CheckOptions>) => rulesOf(checked(text, options).shownFindings());

describe('Findings that a validator by the schema gives as well', () => {
  it('are shown unless they are left to it', () => {
    assert.deepEqual(shown(modeline + faulty, {}), ['unknown-key']);
    assert.deepEqual(shown(faulty, { leavesSchema: 'always' }), []);
    assert.deepEqual(rulesOf(checked(faulty, { leavesSchema: 'always' }).findings()), ['unknown-key']);
  });

  it('are left to it where the file names a schema, if only in a comment behind others', () => {
    assert.deepEqual(shown(faulty), ['unknown-key']);
    assert.deepEqual(shown(modeline + faulty), []);
    assert.deepEqual(shown(`# people of Warsaw\n\n#   yaml-language-server : $schema=x.json # ours\n---\n${faulty}`), []);
    assert.deepEqual(shown(`---\n${modeline}${faulty}`), []);
    assert.deepEqual(shown(`${modeline}assignments: [{ <<: &a {name: Anna}, b: *a }]`).includes('required-field'), true);
    assert.deepEqual(shown(faulty + modeline), ['unknown-key']);
    assert.deepEqual(shown(`# yaml-language-server: $schema=none\n${faulty}`), ['unknown-key']);
    assert.deepEqual(shown(`# yaml-language-server: disable\n${faulty}`), ['unknown-key']);
  });

  it('come and go while the line that names the schema is typed and removed', () => {
    const check = checked(faulty);
    const start = { line: 0, character: 0 };
    check.update([{ range: { start, end: start }, newText: modeline }]);
    check.work();
    assert.deepEqual(rulesOf(check.shownFindings()), []);
    check.update([{ range: { start, end: { line: 1, character: 0 } }, newText: '' }]);
    check.work();
    assert.deepEqual(rulesOf(check.shownFindings()), ['unknown-key']);
    check.setOptions({ today, leavesSchema: 'always' });
    check.work();
    assert.deepEqual(rulesOf(check.shownFindings()), []);
  });

  it('are left to it file by file', async () => {
    const check = new RegisterCheck(`include: ["*.yaml"]\nplaces: 3\n`, { today, leavesSchema: 'whereNamed' });
    const texts = new Map([['a.yaml', faulty], ['b.yaml', modeline + faulty.replaceAll('nna', 'da')]]);
    await checkWithIncluded(check, { find: () => Promise.resolve([...texts.keys()]), read: file => Promise.resolve(texts.get(file)!) });
    assert.deepEqual(check.paths().map(file => rulesOf(check.shownFindings(file)).filter(rule => rule === 'unknown-key').length), [1, 1, 0]);
  });

  it('may be silenced all the same, and nobody calls that unused', () => {
    const silenced = `${entry}  colour: red # license-register-disable-line unknown-key -- read by the phone book\n`;
    assert.deepEqual(shown(modeline + silenced), []);
  });

  it('are mended all the same, but not silenced: who shows them would not hear of it', () => {
    for (const [head, silencers] of [['', 1], [modeline, 0]] as const) {
      const check = checked(head + entry.replace('assigned', 'asigned'));
      const unknown = check.findings().find(({ rule }) => rule === 'unknown-key')!;
      assert.deepEqual(check.safeFixes(unknown).map(({ title }) => title), ['Rename "asigned" to "assigned"']);
      assert.equal(check.silencers(unknown).length, silencers);
    }
  });

  it('take no room from those that are shown', () => {
    const text = `${modeline}${faulty}  size: 3\n  place: 4\n`;
    assert.deepEqual(shown(text, { leavesSchema: 'whereNamed', limit: 1 }), []);
    assert.equal(checked(text, { leavesSchema: 'whereNamed', limit: 2 }).shownFindings().length, 1);
    assert.equal(checked(text, { limit: 2 }).shownFindings()[0]!.rule, 'too-many-findings');
  });

  const stays = (what: string, text: string, rule: string) =>
    it(`stay where the schema can't tell ${what}`, () => assert.ok(shown(modeline + text).includes(rule)));
  stays('a blank text from a name', entry.replace('Anna Nowak', '""'), 'required-field');
  stays('that a purchase is to give the type', entry.replace('type: Core CAL Suite', 'x-type: ""'), 'required-field');
  stays('a day that is not in the calendar', entry.replace('03-04', '02-30'), 'date-invalid');
  stays('how a number is written', 'purchases:\n- { id: P, date: 2024-03-04, type: Core CAL Suite, quantity: 0x10, document: x }\n', 'quantity-invalid');
  stays('why a CAL has no key', `${entry}  key: x\n`, 'cal-key');
  stays('the names of rules', 'settings: { severities: { unknown-kee: off } }\n', 'setting-invalid');
  stays('what is merged', `x-base: &base { assigned: 2024-03-04, type: Core CAL Suite }\nassignments:\n- { <<: *base, name: Anna Nowak, login: anna }\n`, 'required-field');

  it('are each given by a validator that reads the YAML plainly', () => {
    const validate = new Ajv({ allErrors: true, strict: false, validateFormats: false })
      .compile(JSON.parse(readFileSync(path.join(root, 'schemas/license-register.schema.json'), 'utf8')) as object);
    const left = new Set<string>();
    for (const [name, text] of texts()) {
      const check = checked(text, { leavesSchema: 'always' });
      const shownNow = new Set(check.shownFindings().map(finding => JSON.stringify(finding)));
      const leftOut = check.findings().filter(finding => !shownNow.has(JSON.stringify(finding)));
      if (leftOut.length === 0) {
        continue;
      }
      const lines = new LineCounter();
      const document = parseDocument(text, { lineCounter: lines, uniqueKeys: false, merge: true });
      if (document.errors.length > 0) {
        continue;
      }
      validate(document.toJS());
      const places = (validate.errors ?? []).flatMap(error => placesOf(document, error)).map(offset => {
        const { line, col } = lines.linePos(offset);
        return `${line}:${col}`;
      });
      for (const { rule, range: { start }, message } of leftOut) {
        assert.ok(places.includes(`${start.line + 1}:${start.character + 1}`), `${name}, line ${start.line + 1}: ${rule}: ${message}`);
        left.add(rule);
      }
    }
    assert.deepEqual(rules.map(({ name }) => name).filter(name => left.has(name)),
      ['wrong-type', 'unknown-key', 'unknown-value', 'required-field', 'date-invalid', 'quantity-invalid']);
  });
});

/** All registers of the tests and the pages, by where they stand. */
function* texts(): Generator<[string, string]> {
  for (const rule of namesIn('test/rules')) {
    for (const file of namesIn('test/rules', rule).filter(name => name.endsWith('.yaml'))) {
      yield [`test/rules/${rule}/${file}`, readText('test/rules', rule, file)];
    }
  }
  for (const file of namesIn('docs/rules')) {
    for (const { language, line, text } of blocksOf(readText('docs/rules', file))) {
      if (language === 'yaml') {
        yield [`docs/rules/${file}, line ${line}`, text];
      }
    }
  }
}

/** Where somebody looks for what an error is about: the value, its key, or the first key of the mapping in which it is missing. */
function placesOf(document: Document, { instancePath, keyword, params }: ErrorObject): number[] {
  const steps = instancePath.split('/').slice(1).map(step => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  const at = (path: readonly string[]) => document.getIn(path.map(step => (/^\d+$/.test(step) ? Number(step) : step)), true) as Node | undefined;
  const node = at(steps);
  const keyOf = (map: unknown, key: string) => (isMap(map) ? map.items.map(pair => pair.key as Node).filter(each => String(each) === key) : []);
  const found = keyword === 'additionalProperties'
    ? keyOf(node, (params as { additionalProperty: string }).additionalProperty)
    : [node, firstIn(node), ...keyOf(at(steps.slice(0, -1)), steps.at(-1) ?? ''),
        // Nothing behind a key is a wrong value to others, and a missing one to us.
        ...(isNode(node) && node.toJSON() === null ? [firstIn(at(steps.slice(0, -1)))] : [])];
  return found.flatMap(each => each?.range?.[0] ?? []);
}

/** What comes first in a list or mapping. */
function firstIn(node: Node | undefined): Node | undefined {
  const first = isMap(node) ? (node.items[0]?.key as Node | undefined) : undefined;
  return first;
}
