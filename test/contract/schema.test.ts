import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import * as validators from '../../src/core/generated/validate.mjs';
import type { Validator } from '../../src/core/generated/validate.mjs';
import { canonicalLicenseTypes, parseLicenseType } from '../../src/core/licensing/license-type';

interface Schema {
  readonly $ref?: string;
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly patternProperties?: Readonly<Record<string, unknown>>;
  readonly additionalProperties?: false | Schema;
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly then?: Schema;
  readonly else?: Schema;
  readonly definitions?: Readonly<Record<string, Schema>>;
}

const project = path.resolve(__dirname, '../..');
const read = (file: string) => readFileSync(path.join(project, file), 'utf8');

const schema = JSON.parse(read('schemas/license-register.schema.json')) as Schema;
const wholeSchema = new Ajv({
  allErrors: true,
  messages: false,
  strict: true,
  strictRequired: false,
  allowUnionTypes: true,
  formats: { date: true },
}).compile(schema);

const registers = readdirSync(path.join(project, 'test/registers')).filter(file => file.endsWith('.yaml'));

/** Each kind of entry with its section, and an entry with every key. */
const kinds = {
  purchase: {
    section: 'purchases',
    full: `{ id: PO-1, date: 2025-09-01, type: Exchange Server SE Standard User CAL, quantity: 4, supplier: Northwind,
      document: po.pdf, softwareAssurance: [{ from: 2022-09-01, until: 2025-08-31 }, { from: 2025-09-01, until: 2028-08-31 }],
      subscription: { from: 2025-09-01, until: 2026-08-31 }, trueUp: 2026-08-31, note: n, x-cost: [1] }`,
  },
  server: {
    section: 'servers',
    full: `{ name: EX01, version: 2019, edition: Enterprise, license: PO-1, installed: 2025-09-08, activated: 2025-09-09,
      databases: 0, hostsMailboxes: true, retired: 2026-01-01, note: n, x-rack: { row: 2 } }`,
  },
  device: { section: 'devices', full: '{ name: KIOSK-01, users: [a@contoso.example, CONTOSO\\b], note: n, x-room: 7 }' },
  mailbox: {
    section: 'mailboxes',
    full: `{ email: a@contoso.example, login: a, otherAddresses: [b@contoso.example], kind: shared, accountDisabled: true,
      features: [archive, dlp], lastLogon: 2026-11-20, delegates: [c@contoso.example], note: n, x-quota: 5 }`,
  },
  noCal: {
    section: 'noCal',
    full: '{ email: a@contoso.example, login: a, reason: service, of: b@contoso.example, until: 2027-03-31, note: n, x-owner: IT }',
  },
  assignment: {
    section: 'assignments',
    full: `{ name: Anna Nowak, email: a@contoso.example, login: a, device: KIOSK-01, otherAddresses: [b@contoso.example],
      employee: 1042, type: Exchange Server SE Standard User CAL, assigned: 2025-09-08, purchase: PO-1, seat: 17,
      ended: 2026-10-30, reason: left, temporaryFor: b, returns: 2027-01-11, absence: { from: 2026-01-01, until: 2026-06-30 },
      external: false, note: n, x-team: sales }`,
  },
} as const;
type Kind = keyof typeof kinds;
const kindNames = Object.keys(kinds) as Kind[];

const fullRoot = `{ register: 1, organization: Contoso, purchases: [], servers: [], devices: [], mailboxes: [], noCal: [],
  assignments: [], include: [more/*.yaml], x-owner: IT,
  exports: { mailboxes: m.csv, cals: c.csv, servers: s.csv, logons: l.csv, taken: 2026-11-23, x-by: me },
  settings: { reassignmentDays: 90, inactiveDays: 0, coverWarningDays: 60, severities: { name-incomplete: off, x-a: [] },
    genericNames: [office], typeNames: { Exch CAL usr: Exchange Server 2019 Standard User CAL },
    equivalents: [{ type: Microsoft 365 E3, covers: [standard, enterprise], x-why: EA }], x-b: 1 } }`;

/** Every schema inside the register's schema, with a path that names it. */
function* schemasIn(inner: Schema, where = ''): Generator<[where: string, inner: Schema]> {
  yield [where, inner];
  const named = { ...inner.properties, ...inner.definitions };
  for (const [name, child] of Object.entries(named)) {
    yield* schemasIn(child, `${where}/${name}`);
  }
  for (const keyword of ['additionalProperties', 'items', 'then', 'else'] as const) {
    const child = inner[keyword];
    if (child) {
      yield* schemasIn(child, `${where}/${keyword}`);
    }
  }
}

const allSchemas = [...schemasIn(schema)];

function resolved(inner: Schema): Schema {
  const target = /^#\/definitions\/(\w+)$/.exec(inner.$ref ?? '')?.[1];
  return target ? schema.definitions![target]! : inner;
}

/** A schema of single values: a leaf of the register. */
const isLeaf = ({ type }: Schema) => type !== undefined && ![type].flat().some(name => name === 'object' || name === 'array');

interface AnyError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: unknown;
}

const asLines = (errors: readonly AnyError[]) =>
  errors.map(({ instancePath, keyword, params }) => `${instancePath} ${keyword} ${JSON.stringify(Object.values(params as object).at(-1))}`).sort();

function errorsOf(validate: Validator, data: unknown): string[] {
  const valid = validate(data);
  assert.equal(valid, !validate.errors);
  return asLines(validate.errors ?? []);
}

/** What the schema as a whole says about `data`, without the errors that only repeat that a branch failed. */
function errorsOfWhole(data: unknown, at = ''): string[] {
  wholeSchema(data);
  const errors = (wholeSchema.errors ?? []).filter(({ keyword }) => keyword !== 'if');
  assert.ok(errors.every(({ instancePath }) => instancePath.startsWith(at)));
  return asLines(errors.map(error => ({ ...error, instancePath: error.instancePath.slice(at.length) })));
}

function errorsOfEntry(kind: Kind, entry: unknown): string[] {
  const { section } = kinds[kind];
  const errors = errorsOf(validators[kind], entry);
  assert.deepEqual(errors, errorsOfWhole({ [section]: [{}, entry] }, `/${section}`).filter(line => line.startsWith('/1')).map(line => line.slice(2)));
  return errors;
}

/** `data` with each of its values in turn taken away, and replaced by values of every other kind. */
function* spoilt(data: unknown): Generator {
  yield* ['word', 'WORD', '2025-02-30', '2025-2-3', '', 2019, 1, 0, -1, 1.5, true, null, [], {}, ['word', 1, {}], { from: '2025-01-01' }];
  if (typeof data !== 'object' || data === null) {
    return;
  }
  for (const [key, value] of Object.entries(data) as [string, unknown][]) {
    const without = Object.entries(data).filter(([other]) => other !== key);
    if (!Array.isArray(data)) {
      yield Object.fromEntries(without);
      yield Object.fromEntries([...without, [`${key}s`, value]]);
    }
    for (const other of spoilt(value)) {
      yield Array.isArray(data) ? Object.assign([...(data as unknown[])], { [key]: other }) : { ...data, [key]: other };
    }
  }
}

describe('The reference of the format', () => {
  it('shows the schema as it is', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/generate-format.mjs', '--check'], { cwd: project, encoding: 'utf8' });
    assert.equal(status, 0, stderr);
  });
});

describe('the schema of a register', () => {
  it('is valid draft-07', () => {
    const ajv = new Ajv();
    assert.equal(ajv.validateSchema(schema), true, ajv.errorsText());
  });

  it('describes every property, item and definition', () => {
    const silent = allSchemas.filter(([, inner]) => !resolved(inner).description && !inner.allOf?.length);
    assert.deepEqual(silent.map(([where]) => where).filter(where => !/(?:else|then)$/.test(where)), []);
    for (const [where, { properties = {} }] of allSchemas) {
      for (const [key, property] of Object.entries(properties)) {
        assert.match(resolved(property).description ?? '', /^\S.*[^.]\.$/s, `${where}/${key}`);
      }
    }
  });

  it('gives valid examples of every single value', () => {
    const leaves = allSchemas.filter(([, inner]) => isLeaf(inner));
    assert.ok(leaves.length > 70);
    const ajv = new Ajv({ strict: false, formats: { date: true } });
    for (const [where, leaf] of leaves) {
      assert.ok(leaf.examples?.length, `${where} has no examples`);
      const validate = ajv.compile(leaf);
      for (const example of leaf.examples) {
        assert.ok(validate(example), `${where}: ${JSON.stringify(example)}`);
      }
    }
  });

  it('gives as examples of license types all the canonical names', () => {
    const namesOf = (definition: string) => schema.definitions![definition]!.properties!.type!.examples;
    const canonical = (...without: string[]) => canonicalLicenseTypes.filter(name => !without.includes(parseLicenseType(name)!.kind));
    assert.deepEqual(namesOf('purchase'), canonicalLicenseTypes);
    assert.deepEqual(namesOf('assignment'), canonical('server'));
    assert.deepEqual(namesOf('equivalent'), canonical('server', 'cal', 'suite'));
  });

  it('has no alternatives that editors explain badly', () => {
    assert.doesNotMatch(JSON.stringify(schema), /"(?:oneOf|anyOf)":/);
  });

  it('takes keys that start with x- in every mapping, and says of every mapping what else it takes', () => {
    const mappings = allSchemas.filter(([, inner]) => [inner.type].flat().includes('object'));
    assert.ok(mappings.length >= 14);
    for (const [where, { properties, patternProperties, additionalProperties }] of mappings) {
      assert.deepEqual(patternProperties, { '^x-': true }, where);
      assert.equal(additionalProperties === false, properties !== undefined, where);
    }
  });

  it('writes every date alike', () => {
    const patterns = new Set(allSchemas.filter(([, { format }]) => format === 'date').map(([, { pattern }]) => pattern));
    assert.equal(patterns.size, 1);
    assert.ok(allSchemas.every(([, { format, pattern }]) => (format === 'date') === (pattern !== undefined)));
    for (const [where, { format, description }] of allSchemas) {
      assert.ok(format !== 'date' || description?.includes('YYYY-MM-DD'), where);
    }
  });

  for (const file of registers) {
    it(`accepts ${file}`, () => {
      assert.deepEqual(errorsOfWhole(parse(read(`test/registers/${file}`))), []);
    });
  }

  it('accepts a list of assignments and takes no single value for a register', () => {
    assert.deepEqual(errorsOfWhole([]), []);
    assert.deepEqual(errorsOfWhole(parse('- { name: A B, email: a, assigned: 2025-01-01 }\n- { name: A B, email: a }')), ['/1 required "assigned"']);
    assert.deepEqual(errorsOfWhole('register'), [' type "object"']);
  });
});

describe('the compiled validators', () => {
  it('are those of the schema as it is', async () => {
    // A name in a variable: TypeScript looks for types of scripts that it imports by name.
    const script = '../../scripts/compile-schema.mjs';
    const { compile } = await import(script) as { compile: () => { module: string; types: string } };
    const stale = 'stale: run node scripts/compile-schema.mjs';
    const { module, types } = compile();
    assert.ok(read('src/core/generated/validate.mjs') === module, stale);
    assert.ok(read('src/core/generated/validate.d.mts') === types, stale);
  });

  it('stand alone', () => {
    assert.doesNotMatch(read('src/core/generated/validate.mjs'), /\brequire\(|\bimport\b|new Function|\beval\b/);
    assert.deepEqual(Object.keys(validators).sort(), [...kindNames, 'root'].sort());
  });

  for (const file of registers) {
    it(`accept every entry of ${file}`, () => {
      const register = parse(read(`test/registers/${file}`)) as unknown[] | Record<string, unknown>;
      const sections = Array.isArray(register) ? { assignments: register } : register;
      assert.deepEqual(errorsOf(validators.root, sections), []);
      for (const kind of kindNames) {
        for (const entry of (sections as Record<string, unknown[]>)[kinds[kind].section] ?? []) {
          assert.deepEqual(errorsOf(validators[kind], entry), []);
        }
      }
    });
  }

  for (const kind of kindNames) {
    it(`accept every key of an entry: ${kind}`, () => {
      const entry = parse(kinds[kind].full) as object;
      const { properties } = schema.definitions![kind]!;
      assert.deepEqual(Object.keys(entry).filter(key => !key.startsWith('x-')), Object.keys(properties!));
      assert.deepEqual(errorsOfEntry(kind, entry), []);
    });

    it(`say of spoilt entries what the whole schema says: ${kind}`, () => {
      let faulty = 0;
      for (const entry of spoilt(parse(kinds[kind].full))) {
        faulty += errorsOfEntry(kind, entry).length > 0 ? 1 : 0;
      }
      assert.ok(faulty > 30);
    });
  }

  it('say of spoilt registers what the whole schema says', () => {
    const register: unknown = parse(fullRoot);
    assert.deepEqual(Object.keys(register as object).filter(key => !key.startsWith('x-')).sort(), Object.keys(schema.else!.properties!).sort());
    const sections = new RegExp(`^/(?:${kindNames.map(kind => kinds[kind].section).join('|')})/`);
    assert.deepEqual(errorsOf(validators.root, register), []);
    for (const data of spoilt(register)) {
      // A list is a register of another shape, which the code that calls the validators tells apart.
      if (!Array.isArray(data)) {
        assert.deepEqual(errorsOf(validators.root, data), errorsOfWhole(data).filter(line => !sections.test(line)));
      }
    }
  });

  const faults: Record<Kind, Record<string, string[]>> = {
    purchase: {
      '{}': [' required "date"', ' required "id"', ' required "quantity"', ' required "type"'],
      '{ id: 147, date: 12.02.2024, type: T, quantity: 0 }': ['/date pattern DATE', '/id type "string"', '/quantity minimum 1'],
      '{ id: a, date: 2024-02-12, type: T, quantity: "5" }': ['/quantity type "integer"'],
      '{ id: a, date: 2024-02-12, type: T, quantity: 1.5, Note: n }': [' additionalProperties "Note"', '/quantity type "integer"'],
      '{ id: a, date: 2024-02-12, type: T, quantity: 1, softwareAssurance: { from: 2024-01-01, to: 2025-01-01 } }':
        ['/softwareAssurance additionalProperties "to"', '/softwareAssurance required "until"'],
      '{ id: a, date: 2024-02-12, type: T, quantity: 1, subscription: [{ from: 2024-13-01, until: 2025-01-01 }, soon] }':
        ['/subscription/0/from pattern DATE', '/subscription/1 type "object"'],
      '{ id: a, date: 2024-02-12, type: T, quantity: 1, subscription: yearly }': ['/subscription type ["object","array"]'],
    },
    server: {
      '{ name: A }': [' required "edition"', ' required "version"'],
      '{ name: A, version: 2010, edition: Pro }': ['/edition enum ["Standard","Enterprise","Trial","Hybrid","StandardEvaluation","EnterpriseEvaluation","Coexistence"]', '/version enum ["SE","2019","2016","2013",2019,2016,2013]'],
      '{ name: A, version: "2019", edition: Coexistence, hostsMailboxes: "no", databases: -1 }': ['/databases minimum 0', '/hostsMailboxes type "boolean"'],
      '{ name: [A], version: SE, edition: Trial, key: K }': [' additionalProperties "key"', '/name type "string"'],
    },
    device: {
      '{ users: a }': [' required "name"', '/users type "array"'],
      '{ name: K, users: [a, { b: c }] }': ['/users/1 type "string"'],
    },
    mailbox: {
      '{ kind: archive, features: [archive, voicemail] }': [
        ' required "email"',
        '/features/1 enum ["archive","litigation-hold","in-place-hold","personal-tags","journal-rule","dlp","rights-protection","site-mailbox"]',
        '/kind enum ["user","linked","shared","room","equipment","discovery","system","remote"]',
      ],
      '{ email: a, otherAddresses: b, accountDisabled: 1, lastLogon: yesterday }': ['/accountDisabled type "boolean"', '/lastLogon pattern DATE', '/otherAddresses type "array"'],
    },
    noCal: {
      '{}': [' required "email"', ' required "reason"'],
      '{ login: a }': [' required "reason"'],
      '{ login: a, reason: other }': [],
      '{ email: a, reason: holiday }': ['/reason enum ["service","admin-account","on-leave","resource","cloud","other"]'],
    },
    assignment: {
      '{}': [' required "assigned"', ' required "email"', ' required "name"'],
      '{ device: K }': [' required "assigned"'],
      '{ login: a, assigned: 2025-01-01 }': [' required "name"'],
      '{ name: A B, assigned: 2025-01-01 }': [' required "email"'],
      '{ name: A B, login: a, assigned: 2025-01-01 }': [],
      '{ device: K, assigned: 20250101, assinged: 2025-01-01 }': [' additionalProperties "assinged"', '/assigned type "string"'],
      '{ device: K, assigned: 2025-01-01, seat: 1.5, external: "true", absence: { from: 2025-01-01 } }':
        ['/absence required "until"', '/external type "boolean"', '/seat type ["integer","string"]'],
      '{ device: K, assigned: 2025-01-01, reason: fired }':
        ['/reason enum ["left","device-failed","temporary-over","reassigned","replaced","moved-to-cloud","no-longer-needed","correction","other"]'],
      '[]': [' type "object"'],
      'Anna Nowak': [' type "object"'],
    },
  };
  const date = JSON.stringify(schema.definitions!.term!.properties!.from!.pattern);
  for (const kind of kindNames) {
    for (const [text, errors] of Object.entries(faults[kind])) {
      it(`say what is wrong with the ${kind} ${text}`, () => {
        assert.deepEqual(errorsOfEntry(kind, parse(text)), errors.map(line => line.replace('DATE', date)).sort());
      });
    }
  }

  const rootFaults: Record<string, string[]> = {
    '{ register: 2, licences: [] }': [' additionalProperties "licences"', '/register enum [1]'],
    '{ purchases: {}, include: more.yaml, exports: [] }': ['/exports type "object"', '/include type "array"', '/purchases type "array"'],
    '{ settings: { reassignmentDays: -1, severities: { a: fatal }, equivalents: [{ type: T }], typeNames: { a: [b] } } }': [
      '/settings/equivalents/0 required "covers"',
      '/settings/reassignmentDays minimum 0',
      '/settings/severities/a enum ["error","warning","info","hint","off"]',
      '/settings/typeNames/a type "string"',
    ],
  };
  for (const [text, errors] of Object.entries(rootFaults)) {
    it(`say what is wrong with the register ${text}`, () => {
      assert.deepEqual(errorsOf(validators.root, parse(text)), errors);
      assert.deepEqual(errorsOfWhole(parse(text)), errors);
    });
  }
});
