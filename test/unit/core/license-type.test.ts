import assert from 'node:assert/strict';
import data from '../../../data/licenses.json';
import { formatDay } from '../../../src/core/calendar';
import { lastSupportedDay, mostDatabases, releaseDay, trialDays } from '../../../src/core/licensing/facts';
import {
  canonicalLicenseTypes,
  fits,
  isAdditive,
  isBase,
  models,
  nearestLicenseTypes,
  parseLicenseType,
  tiers,
  versionIsNewer,
  versions,
  type LicenseType,
  type Version,
} from '../../../src/core/licensing/license-type';

/** What the tests say of a type: all but its name. */
type Said =
  | { kind: 'server'; version?: string; edition: string }
  | { kind: 'cal'; version?: string; tier: string; model?: string }
  | { kind: 'suite'; tier: string; model?: string }
  | { kind: 'plan'; name: string };

const server = (version: string | undefined, edition: string): Said => ({ kind: 'server', version, edition });
const cal = (version: string | undefined, tier: string, model?: string): Said => ({ kind: 'cal', version, tier, model });
const suite = (tier: string, model?: string): Said => ({ kind: 'suite', tier, model });

function read(text: string): LicenseType {
  return parseLicenseType(text) ?? assert.fail(`${JSON.stringify(text)} can't be read`);
}

function assertReads(text: string, said: Said): void {
  const { name, ...rest } = read(text);
  assert.deepEqual(said.kind === 'plan' ? { name, ...rest } : rest, said, text);
  assert.equal(parseLicenseType(name)?.name, name);
}

/** Every way that the page of unknown-license-type lists, written out by hand with placeholders. */
const versionTexts = [
  ['2013', '2013'],
  ['2016', '2016'],
  ['2019', '2019'],
  ['SE', 'SE'],
  ['SE', 'Subscription Edition'],
  [undefined, undefined],
] as const;
const tierTexts = [['standard', 'Standard'], ['enterprise', 'Enterprise']] as const;
const modelTexts = [['user', 'User'], ['device', 'Device']] as const;

const listed: (readonly [text: string, said: Said, canonical: string])[] = [];
for (const [version, versionText] of versionTexts) {
  for (const [tier, tierText] of tierTexts) {
    const product = ['Exchange Server', versionText, tierText].filter(it => it !== undefined).join(' ');
    const canonical = ['Exchange Server', version, tierText].filter(it => it !== undefined).join(' ');
    for (const text of [product, `${product} Edition`, `${product} Server`, `${product} Server License`]) {
      listed.push([text, server(version, tier), canonical]);
    }
    for (const text of [`${product} CAL`, `${product} 1 CAL`, `${product} -- 1 CAL`]) {
      listed.push([text, cal(version, tier, undefined), `${canonical} CAL`]);
    }
    for (const [model, whom] of modelTexts) {
      for (const text of [
        `${product} ${whom} CAL`,
        `${product} 1 ${whom} CAL`,
        `${product} -- 1 ${whom} CAL`,
        `${product} CAL per ${whom}`,
        `${product} CAL (${whom})`,
      ]) {
        listed.push([text, cal(version, tier, model), `${canonical} ${whom} CAL`]);
      }
    }
  }
}
for (const [tier, name] of [['standard', 'Core CAL Suite'], ['enterprise', 'Enterprise CAL Suite']] as const) {
  listed.push([name, suite(tier, undefined), name]);
  for (const [model, whom] of modelTexts) {
    listed.push([`${name} (${whom})`, suite(tier, model), `${name} (${whom})`]);
    listed.push([`${name} ${whom}`, suite(tier, model), `${name} (${whom})`]);
  }
}
for (const name of [
  'Microsoft 365 E3',
  'Microsoft 365 E5',
  'Microsoft 365 F1',
  'Microsoft 365 F3',
  'Microsoft 365 Business Basic',
  'Microsoft 365 Business Standard',
  'Microsoft 365 Business Premium',
  'Office 365 E1',
  'Office 365 E3',
  'Office 365 E5',
  'Office 365 F3',
  'Exchange Online Plan 1',
  'Exchange Online Plan 2',
  'Exchange Online Kiosk',
]) {
  listed.push([name, { kind: 'plan', name }, name]);
}

describe('parseLicenseType', () => {
  it('reads every listed form, and knows its canonical name', () => {
    assert.equal(listed.length, 6 * 2 * (4 + 3 + 2 * 5) + 2 * 5 + 14);
    for (const [text, said, canonical] of listed) {
      assertReads(text, said);
      assert.equal(read(text).name, canonical);
    }
  });

  it('gives one object per type', () => {
    const objects = new Set(listed.map(([text]) => read(text)));
    assert.equal(objects.size, new Set(listed.map(([, , canonical]) => canonical)).size);
    assert.equal(objects.size, 5 * 2 * (1 + 3) + 6 + 14);
    for (const [text, , canonical] of listed) {
      assert.equal(read(text), read(canonical));
      assert.equal(read(text.toUpperCase()), read(canonical));
    }
  });

  for (const [text, said] of [
    // The guide.
    ['Exchange Server 2019 Standard -- 1 User CAL', cal('2019', 'standard', 'user')],
    ['Exchange Server 2019 Standard 1 User CAL', cal('2019', 'standard', 'user')],
    ['Exchange Server 2019 Standard User CAL', cal('2019', 'standard', 'user')],
    ['Exchange Server 2019 Standard', server('2019', 'standard')],
    // Exchange itself.
    ['Exchange Server Standard CAL', cal(undefined, 'standard', undefined)],
    ['Exchange Server Enterprise CAL', cal(undefined, 'enterprise', undefined)],
    ['Exchange Server Standard Edition', server(undefined, 'standard')],
    ['Exchange Server Enterprise Edition', server(undefined, 'enterprise')],
    ['Exchange Server 2016 Standard CAL', cal('2016', 'standard', undefined)],
    ['Exchange Server 2016 Standard Edition', server('2016', 'standard')],
    ['Exchange Server 2013 Standard CAL', cal('2013', 'standard', undefined)],
    // Product Terms.
    ['Exchange Server Subscription Edition Standard', server('SE', 'standard')],
    ['Exchange Server Subscription Edition Standard CAL', cal('SE', 'standard', undefined)],
    ['Exchange Server Subscription Edition Enterprise Edition', server('SE', 'enterprise')],
  ] as const) {
    it(`reads ${text}`, () => {
      assertReads(text, said);
    });
  }

  it('disregards case', () => {
    for (const [text, , canonical] of listed) {
      assert.equal(read(text.toLowerCase()), read(canonical));
      assert.equal(read(text.toUpperCase()), read(canonical));
    }
  });

  it('disregards Microsoft in front', () => {
    for (const [text, , canonical] of listed) {
      assert.equal(read(`Microsoft ${text}`), read(canonical));
      assert.equal(read(`  MICROSOFT\t${text}`), read(canonical));
    }
  });

  it('disregards runs and kinds of blanks', () => {
    for (const blank of ['  ', '\t', ' \t ', '\u00a0', '\u00a0 ', '\u2009', '\u202f', '\n  ', '\r\n']) {
      for (const [text, , canonical] of listed) {
        assert.equal(read(text.replaceAll(' ', blank)), read(canonical));
        assert.equal(read(`${blank}${text}${blank}`), read(canonical));
      }
    }
  });

  for (const [kind, dash] of [
    ['two hyphens', '--'],
    ['a hyphen', '-'],
    ['a typographic hyphen', '\u2010'],
    ['a no-break hyphen', '\u2011'],
    ['a figure dash', '\u2012'],
    ['an en dash', '\u2013'],
    ['an em dash', '\u2014'],
    ['a horizontal bar', '\u2015'],
    ['a minus', '\u2212'],
    ['a wide hyphen', '\uff0d'],
    ['three hyphens', '---'],
  ] as const) {
    it(`reads ${kind} before the number`, () => {
      assertReads(`Exchange Server 2019 Standard ${dash} 1 User CAL`, cal('2019', 'standard', 'user'));
      assertReads(`exchange server SE enterprise ${dash} 1 device cal`, cal('SE', 'enterprise', 'device'));
    });
  }

  for (const text of [
    '',
    ' ',
    '-',
    'CAL',
    'User CAL',
    'Microsoft',
    'Microsoft ',
    'Exchange Server',
    'Exchange Server 2019',
    'Exchange Server 2019 CAL',
    'Exchange Server 2019 User CAL',
    'Exchange 2019 Standard User CAL',
    'Exchange Server 2010 Standard CAL',
    'Exchange Server 2022 Standard CAL',
    'Exchange Server 2019 2019 Standard CAL',
    'Exchange Server Standard 2019 CAL',
    'Exchange Server 2019 Standard 2 User CAL',
    'Exchange Server 2019 Standard -- 5 User CAL',
    'Exchange Server 2019 Standard 1',
    'Exchange Server 2019 Standard 1 User',
    'Exchange Server 2019 Standard User',
    'Exchange Server 2019 Standard User CALs',
    'Exchange Server 2019 Standard -- User CAL',
    'Exchange Server 2019 Standard--1 User CAL',
    'Exchange Server 2019 Standard - - 1 User CAL',
    'Exchange Server 2019 Standard – 1 User-CAL',
    'Exchange-Server 2019 Standard User CAL',
    'Exchange Server 2019 Standard CAL per',
    'Exchange Server 2019 Standard CAL ()',
    'Exchange Server 2019 Standard CAL(User)',
    'Exchange Server 2019 Standard CAL ( User )',
    'Exchange Server 2019 Standard CAL User',
    'Exchange Server 2019 Standard CAL (User) x',
    'Exchange Server 2019 Standard User CAL.',
    'Exchange Server 2019 Standard User CAL (User)',
    'Exchange Server 2019 Standard 1 CAL per User',
    'Exchange Server 2019 Standard License',
    'Exchange Server 2019 Standard Edition Server',
    'Exchange Server 2019 Standard Edition CAL',
    'Exchange Server 2019 Trial',
    'Exchange Server 2019 Hybrid',
    'Exchange Server Subscription Standard',
    'Exchange Server SE Subscription Edition Standard',
    'ExchangeServer 2019 Standard',
    'Exchange\u200bServer 2019 Standard',
    'the Exchange Server 2019 Standard',
    'Microsoft: Exchange Server 2019 Standard',
    'Exchange Server 2019 Standard Microsoft',
    'Core CAL',
    'Core Suite',
    'Core CAL Suite 2019',
    'Core CAL Suite User CAL',
    'Core CAL Suite per User',
    'Standard CAL Suite',
    'Exchange Server Core CAL Suite',
    '365 E3',
    'Microsoft 365',
    'Microsoft 365 E1',
    'Microsoft 365 Business',
    'Office 365 F1',
    'Office 365 Enterprise E3',
    'Exchange Online',
    'Exchange Online Plan 3',
    'Exchange Online Plan 1 User',
  ]) {
    it(`doesn't read ${JSON.stringify(text)}`, () => {
      assert.equal(parseLicenseType(text), undefined);
    });
  }

  it('agrees with the grammar on the page of unknown-license-type on random word sequences', () => {
    const version = '(?: (?:2013|2016|2019|se|subscription edition))?';
    const model = '(?:user|device)';
    const grammar = new RegExp(
      `^(?:microsoft )?(?:` +
        `exchange server${version} (?:standard|enterprise)(?:` +
        `| edition| server| server license` +
        `|(?: (?:- )?1)?(?: ${model})? cal| cal per ${model}| cal \\(${model}\\))` +
        `|(?:core|enterprise) cal suite(?: ${model}| \\(${model}\\))?` +
        `|microsoft 365 (?:e3|e5|f1|f3|business (?:basic|standard|premium))` +
        `|office 365 (?:e1|e3|e5|f3)` +
        `|exchange online (?:plan 1|plan 2|kiosk)` +
        `)$`,
    );
    const words =
      'exchange server 2019 se subscription edition standard enterprise user device cal per (user) - 1 license core suite microsoft 365 e3 office online plan kiosk business'.split(' ');
    let seed = 5;
    const random = (limit: number): number => {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((seed / 2 ** 32) * limit);
    };
    let readable = 0;
    for (let round = 0; round < 60_000; round++) {
      // A listed form with up to two words replaced, put in or left out.
      const text = listed[random(listed.length)]![0].toLowerCase().replace('--', '-').split(' ');
      for (let change = random(3); change > 0; change--) {
        text.splice(random(text.length + 1), random(2), ...(random(2) ? [words[random(words.length)]!] : []));
      }
      const joined = text.join(' ');
      const expected = grammar.test(joined) || grammar.test(joined.replace(/^microsoft /, ''));
      assert.equal(parseLicenseType(joined) !== undefined, expected, joined);
      readable += expected ? 1 : 0;
    }
    assert.ok(readable > 10_000 && readable < 50_000, `${readable} readable ones don't test both sides`);
  });
});

describe('canonicalLicenseTypes', () => {
  it('are the names of all types that leave nothing out', () => {
    const known = listed
      .filter(([, said]) => (said.kind !== 'cal' || (said.version && said.model)) && (said.kind !== 'server' || said.version))
      .map(([, , canonical]) => canonical);
    assert.deepEqual(new Set(canonicalLicenseTypes), new Set(known));
    assert.equal(canonicalLicenseTypes.length, new Set(canonicalLicenseTypes).size);
  });

  it('are read as themselves', () => {
    for (const name of canonicalLicenseTypes) {
      assert.equal(read(name).name, name);
    }
  });

  it('start with what is bought most', () => {
    assert.equal(canonicalLicenseTypes[0], 'Exchange Server SE Standard User CAL');
    assert.equal(canonicalLicenseTypes[4], 'Exchange Server 2019 Standard User CAL');
    assert.equal(canonicalLicenseTypes.at(-1), 'Exchange Online Kiosk');
  });
});

describe('nearestLicenseTypes', () => {
  for (const [text, ...expected] of [
    ['Exchange Server 2019 Standard 2 User CAL', 'Exchange Server 2019 Standard User CAL'],
    ['Exchange Server 2019 Standard User CALs', 'Exchange Server 2019 Standard User CAL'],
    ['Exchange 2019 Standard User CAL', 'Exchange Server 2019 Standard User CAL'],
    ['Microsoft Exchange Srv 2016 Standard Device CAL', 'Exchange Server 2016 Standard Device CAL'],
    ['Exchange Server 2019 CAL', 'Exchange Server 2019 Standard CAL', 'Exchange Server 2019 Enterprise CAL'],
    ['Exchange Server 2019', 'Exchange Server 2019 Standard'],
    ['Core CAL Suit', 'Core CAL Suite'],
    ['Exchange Online (Plan 1)', 'Exchange Online Plan 1', 'Exchange Online Plan 2', 'Exchange Online Kiosk'],
    ['Office 365 E4', 'Office 365 E1', 'Office 365 E3', 'Office 365 E5'],
    ['Windows Server 2022'],
    ['x'],
    [''],
  ] as const) {
    it(`are ${expected.join(', ') || 'none'} for ${JSON.stringify(text)}`, () => {
      assert.deepEqual(nearestLicenseTypes(text), expected);
    });
  }

  it('never change the version, tier or model that the text says', () => {
    const spoiled = ['Exchange Sever 2013 Enterprise Device CAL', 'Exchange Sever SE Enterprise Device CAL'];
    for (const text of spoiled) {
      assert.deepEqual(nearestLicenseTypes(text), [text.replace('Sever', 'Server')]);
    }
  });
});

describe('versions', () => {
  it('are ordered by release', () => {
    for (const [a, newer] of versions.entries()) {
      for (const [b, older] of versions.entries()) {
        assert.equal(versionIsNewer(newer, older), a > b);
      }
    }
    assert.deepEqual(versions, ['2013', '2016', '2019', 'SE']);
  });
});

describe('what a type covers', () => {
  const kinds: Record<string, readonly [base: boolean, additive: boolean]> = {
    'Exchange Server 2019 Standard User CAL': [true, false],
    'Exchange Server Standard CAL': [true, false],
    'Exchange Server 2019 Enterprise Device CAL': [false, true],
    'Core CAL Suite (User)': [true, false],
    'Enterprise CAL Suite': [true, true],
    'Exchange Server 2019 Standard': [false, false],
    'Exchange Server 2019 Enterprise': [false, false],
    'Microsoft 365 E5': [false, false],
  };

  for (const [name, [base, additive]] of Object.entries(kinds)) {
    it(`${name}: ${base ? 'base' : 'not base'}, ${additive ? 'additive' : 'not additive'}`, () => {
      assert.equal(isBase(read(name)), base);
      assert.equal(isAdditive(read(name)), additive);
    });
  }

  it('grows by equivalents', () => {
    const equivalents = new Map([
      [read('Microsoft 365 E3'), ['standard']],
      [read('Microsoft 365 E5'), ['standard', 'enterprise']],
      [read('Core CAL Suite'), ['enterprise']],
    ] as const);
    assert.equal(isBase(read('microsoft 365 e3'), equivalents), true);
    assert.equal(isAdditive(read('Microsoft 365 E3'), equivalents), false);
    assert.equal(isAdditive(read('Microsoft 365 E5'), equivalents), true);
    assert.equal(isAdditive(read('Core CAL Suite'), equivalents), true);
    assert.equal(isBase(read('Office 365 E3'), equivalents), false);
  });
});

describe('fits', () => {
  const never = (): boolean => false;
  const always = (): boolean => true;

  for (const [assigned, pool, without, withRights] of [
    // Older versions always, newer ones with rights.
    ['Exchange Server 2019 Standard User CAL', 'Exchange Server 2019 Standard User CAL', true, true],
    ['Exchange Server 2016 Standard User CAL', 'Exchange Server 2019 Standard User CAL', true, true],
    ['Exchange Server 2013 Standard User CAL', 'Exchange Server SE Standard User CAL', true, true],
    ['Exchange Server 2019 Standard User CAL', 'Exchange Server 2016 Standard User CAL', false, true],
    ['Exchange Server SE Standard User CAL', 'Exchange Server 2019 Standard User CAL', false, true],
    // What is left out fits any.
    ['Exchange Server 2019 Standard CAL', 'Exchange Server 2019 Standard User CAL', true, true],
    ['Exchange Server 2019 Standard Device CAL', 'Exchange Server 2019 Standard CAL', true, true],
    ['Exchange Server Standard User CAL', 'Exchange Server 2013 Standard User CAL', true, true],
    ['Exchange Server SE Standard User CAL', 'Exchange Server Standard User CAL', true, true],
    ['Exchange Server Standard CAL', 'Exchange Server 2013 Standard Device CAL', true, true],
    ['Exchange Server 2019 Standard CAL', 'Exchange Server 2016 Standard CAL', false, true],
    // Another tier or model.
    ['Exchange Server 2019 Standard User CAL', 'Exchange Server 2019 Standard Device CAL', false, false],
    ['Exchange Server 2019 Standard User CAL', 'Exchange Server 2019 Enterprise User CAL', false, false],
    ['Exchange Server Enterprise CAL', 'Exchange Server Standard CAL', false, false],
    // Suites.
    ['Core CAL Suite', 'Core CAL Suite', true, true],
    ['Core CAL Suite (User)', 'Core CAL Suite', true, true],
    ['Core CAL Suite', 'Core CAL Suite (Device)', true, true],
    ['Core CAL Suite (User)', 'Core CAL Suite (Device)', false, false],
    ['Core CAL Suite', 'Enterprise CAL Suite', false, false],
    ['Exchange Server 2019 Standard User CAL', 'Core CAL Suite (User)', false, false],
    ['Core CAL Suite (User)', 'Exchange Server 2019 Standard User CAL', false, false],
    // Plans.
    ['Microsoft 365 E3', 'Microsoft 365 E3', true, true],
    ['Microsoft 365 E3', 'Microsoft 365 E5', false, false],
    ['Microsoft 365 E3', 'Office 365 E3', false, false],
    ['Microsoft 365 E3', 'Core CAL Suite', false, false],
    // Server licenses.
    ['Exchange Server 2019 Standard', 'Exchange Server 2019 Standard', false, false],
    ['Exchange Server 2019 Standard User CAL', 'Exchange Server 2019 Standard', false, false],
    ['Exchange Server 2019 Standard', 'Exchange Server 2019 Standard User CAL', false, false],
  ] as const) {
    it(`${assigned} as a seat of ${pool}: ${without}, with rights ${withRights}`, () => {
      assert.equal(fits(read(assigned), read(pool), never), without);
      assert.equal(fits(read(assigned), read(pool), always), withRights);
    });
  }

  it('asks only for the version that is assigned, and only when it is newer', () => {
    const asked: Version[] = [];
    const note = (version: Version): boolean => asked.push(version) > 0;
    for (const assigned of versions) {
      fits(read(`Exchange Server ${assigned} Standard CAL`), read('Exchange Server 2016 Standard CAL'), note);
    }
    assert.deepEqual(asked, ['2019', 'SE']);
  });
});

describe('facts', () => {
  it('know the release days on which rights to a version depend', () => {
    assert.deepEqual(
      versions.map(releaseDay).map(day => day && formatDay(day)),
      [undefined, '2015-10-01', '2018-10-22', undefined],
    );
  });

  it('know the last days of support', () => {
    assert.deepEqual(
      versions.map(lastSupportedDay).map(day => day && formatDay(day)),
      ['2023-04-11', '2025-10-14', '2025-10-14', undefined],
    );
  });

  it('know the limits', () => {
    assert.deepEqual(tiers.map(tier => mostDatabases[tier]), [5, 100]);
    assert.equal(trialDays, 180);
    assert.deepEqual(models, ['user', 'device']);
  });

  it('name their sources, and no source is unused', () => {
    const named = new Set<string>();
    const collect = (value: unknown, path: string): void => {
      if (typeof value !== 'object' || value === null) {
        return;
      }
      const entries = Object.entries(value) as [string, unknown][];
      for (const [key, inner] of entries) {
        if (key === 'sources' && Array.isArray(inner)) {
          assert.ok(inner.length > 0, `${path} names no source`);
          inner.forEach(source => named.add(String(source)));
        } else {
          collect(inner, `${path}/${key}`);
        }
      }
    };
    const { sources, ...facts } = data;
    collect(facts, '');
    assert.deepEqual([...named].sort(), Object.keys(sources).sort());
    for (const { title, place, read } of Object.values(sources)) {
      assert.ok(title && place);
      assert.match(read, /^\d{4}-\d\d-\d\d$/);
    }
  });

  it('know the names of exactly the versions that the model has', () => {
    assert.deepEqual(Object.keys(data.versions), [...versions]);
  });
});
