import assert from 'node:assert/strict';
import { formatDay, parseDay } from '../../../src/core/calendar';
import { proposedName, render, reportFormatFor, reportFormats, separatorFor, tableNames, type ReportFormat, type TableName } from '../../../src/report';
import { Random } from '../../fuzz/random';
import { randomRegister } from '../../fuzz/registers';
import { readText } from '../helpers/examples';
import { positionIn } from './positions';

const rendered = (text: string, format: ReportFormat, table: TableName = 'people', day?: string) => render(positionIn(text, day), format, { table, separator: 'comma' });

/** A register of one person whose name, address, type and documents are as nasty as they can be. */
function nasty(value: string): string {
  const quoted = JSON.stringify(value);
  return `organization: ${quoted}
purchases:
  - { id: ${quoted}, date: 2026-01-05, type: Exchange Server SE Standard User CAL, quantity: 1, supplier: ${quoted}, document: ${quoted} }
servers:
  - { name: ${quoted}, version: SE, edition: Standard, license: ${quoted} }
devices:
  - { name: ${quoted}, users: [${quoted}] }
assignments:
  - { name: ${quoted}, email: ${quoted}, assigned: 2026-01-10, type: Exchange Server SE Standard User CAL, purchase: ${quoted}, seat: ${quoted} }
  - { name: ${quoted}, email: ${quoted}, assigned: 2026-01-10, type: ${quoted} }
  - { name: ${quoted}, email: ${quoted}, assigned: 2026-01-10, ended: 2026-02-01, type: Exchange Server SE Standard User CAL, purchase: ${quoted} }
`;
}

const values = [
  '<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "' onmouseover='alert(1)", '&lt;b&gt; & co', '</title></style></svg>', '`code` *b* _i_ ~s~ $x$', 'a | b \\| c', '[x](http://evil.example)', '![x](http://evil.example/x.png)', '# heading', '- item',
  'line\nbreak\r\nand\ttab', '\u0000\u0007\u001b[31mred\u009b', '\u202egnp.exe\u2066', '\u2028\u2029\ufeff', '=1+1', '+48 22', '-5', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1', '"quoted", and comma; semicolon', "O'Brien", 'Łódź 東京 🙂', 'x'.repeat(5000), '  ', '-->', ']]>',
];

describe('Reports in all formats', () => {
  it('never call anything compliant', () => {
    for (const text of [readText('examples/contoso.license-register.yaml'), readText('test/registers/clean.license-register.yaml'), '', '- name: Anna\n']) {
      for (const format of reportFormats) {
        assert.doesNotMatch(rendered(text, format), /complian/i);
      }
    }
  });

  it('are made of an empty register, of broken ones and of random ones', () => {
    const random = new Random(20261124);
    const texts = ['', '\n', '[]', '{}', 'a', '- \n- \n', 'purchases:\nassignments:\n', ':::\n\t- x', 'assignments: [a, {b: [c]}]\n', ...Array.from({ length: 80 }, () => randomRegister(random))];
    for (const text of texts) {
      for (const format of reportFormats) {
        const day = random.chance(0.3) ? formatDay(parseDay('0001-01-01')! + random.below(3_600_000)) : undefined;
        assert.ok(rendered(text, format, random.pick(tableNames), day).length > 0);
      }
    }
  });

  it('are asked for by the endings of file names', () => {
    assert.deepEqual(['a.html', 'A.HTM', 'a.md', 'a.markdown', 'a.csv', 'a.b.json', 'a.txt', 'html', 'a.constructor'].map(reportFormatFor), ['html', 'html', 'markdown', 'markdown', 'csv', 'json', undefined, undefined, undefined]);
  });
});

describe('A report that nobody has a name for', () => {
  it('is called by its day', () => {
    assert.equal(proposedName(positionIn('', '2026-02-01')), 'license-position-2026-02-01.html');
  });
});

describe('A report as HTML', () => {
  /** Reads HTML strictly: tags in their order, attributes in double quotes. Throws on anything else. */
  function elementsOf(page: string): { name: string; attributes: Readonly<Record<string, string>>; text: string }[] {
    const elements: { name: string; attributes: Record<string, string>; text: string }[] = [];
    const open: string[] = [];
    const body = page.replace(/^<!DOCTYPE html>\n/, '').replace(/<style>[^<]*<\/style>/, '<style></style>');
    let last = 0;
    for (const match of body.matchAll(/<(\/?)([a-z0-9]+)((?: [\w:-]+="[^"<>]*")*)(\/?)>/gi)) {
      const between = body.slice(last, match.index);
      assert.doesNotMatch(between, /[<>"']/, between);
      assert.doesNotMatch(between, /&(?!#\d+;)/, between);
      last = match.index + match[0].length;
      const [, closing, name = '', attributes = '', empty] = match as readonly (string | undefined)[];
      if (closing) {
        assert.equal(open.pop(), name);
        continue;
      }
      elements.push({ name, attributes: Object.fromEntries([...attributes.matchAll(/ ([\w:-]+)="([^"]*)"/g)].map(([, key, value]) => [key!, value!] as const)), text: '' });
      if (!empty && name !== 'meta') {
        open.push(name);
      }
    }
    assert.deepEqual(open, []);
    assert.equal(body.slice(last).trim(), '');
    return elements;
  }

  for (const value of values) {
    it(`holds no markup of the register: ${JSON.stringify(value.slice(0, 40))}`, () => {
      const page = rendered(nasty(value), 'html');
      const names = new Set(elementsOf(page).map(({ name }) => name));
      for (const name of ['script', 'img', 'b', 'iframe', 'link', 'object', 'form', 'input']) {
        assert.ok(!names.has(name), name);
      }
      // eslint-disable-next-line no-control-regex
      assert.doesNotMatch(page, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/);
    });
  }

  const page = rendered(readText('examples/contoso.license-register.yaml'), 'html');
  const elements = elementsOf(page);

  it('loads nothing, runs nothing, and forbids both', () => {
    assert.match(page, /<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">/);
    for (const { name, attributes } of elements) {
      assert.notEqual(name, 'script');
      for (const [attribute, value] of Object.entries(attributes)) {
        assert.doesNotMatch(attribute, /^(?:on|src|style$|xlink|action|srcset)/);
        if (attribute === 'href') {
          assert.match(value, /^#[a-z]+$/);
        }
        assert.doesNotMatch(value, /url\((?!#)|https?:/);
      }
    }
    assert.doesNotMatch(page, /@import|url\((?!#)|https?:\/\//);
  });

  it('can be found one\'s way in without seeing it', () => {
    assert.equal(elements.find(({ name }) => name === 'html')!.attributes.lang, 'en');
    const ids = elements.flatMap(({ attributes: { id } }) => id ?? []);
    assert.equal(new Set(ids).size, ids.length);
    for (const { name, attributes } of elements) {
      for (const reference of [...(attributes['aria-labelledby'] ?? '').split(' '), attributes.href?.slice(1) ?? ''].filter(Boolean)) {
        assert.ok(ids.includes(reference), reference);
      }
      assert.ok(name !== 'th' || ['col', 'row'].includes(attributes.scope!));
      assert.ok(name !== 'svg' || (attributes.role === 'img' && attributes['aria-labelledby']));
    }
    const count = (element: string) => elements.filter(({ name }) => name === element).length;
    assert.equal(count('h1'), 1);
    assert.equal(count('table'), count('caption'));
    assert.equal(count('svg'), 3);
    assert.equal(count('svg'), count('desc'));
    const levels = elements.flatMap(({ name }) => /^h(\d)$/.exec(name)?.[1] ?? []).map(Number);
    levels.forEach((level, index) => assert.ok(index === 0 || level <= levels[index - 1]! + 1));
  });

  it('tells in a chart\'s description which days were short', () => {
    assert.match(page, /<desc id="chart-2-text">On 2026-11-24, 4 owned and 5 assigned\. Short from 2026-02-02 to 2026-11-24 \(5 assigned, 4 owned\)\.<\/desc>/);
    assert.match(page, /<desc id="chart-1-text">On 2026-11-24, 11 owned and 5 assigned\. Never short\.<\/desc>/);
  });

  it('marks the days that were short as a band, however few they are', () => {
    const bands = (text: string) => [...rendered(text, 'html').matchAll(/<rect x="([\d.]+)" y="30" width="([\d.]+)"/g)].map(([, x, width]) => [Number(x), Number(width)]);
    const person = (name: string, days: string) => `  - { name: ${name} Nowak, email: ${name}@contoso.example, type: Exchange Server SE Standard User CAL, purchase: PO-1, ${days} }\n`;
    const text = `purchases:\n  - { id: PO-1, date: 2016-01-01, type: Exchange Server SE Standard User CAL, quantity: 1 }\nassignments:\n${person('anna', 'assigned: 2016-01-01')}${person('ewa', 'assigned: 2020-01-01, ended: 2020-01-02')}${person('jan', 'assigned: 2026-11-24')}`;
    const [past, now] = bands(text);
    assert.deepEqual([past![1], now![1]], [2, 2]);
    assert.ok(past![0]! > 48 && past![0]! < now![0]! && now![0]! < 748);
  });

  it('shows so many findings and says how many there are beside', () => {
    const many = Array.from({ length: 600 }, (_, index) => `- { name: Anna, email: a${index}@contoso.example, assigned: 2026-01-10, type: Core CAL Suite, purchase: PO-1 }\n`).join('');
    assert.match(rendered(many, 'html'), /<p>\d+ more rows are left out\. The command &#34;check&#34; lists all\.<\/p>/);
    assert.match(rendered(many, 'markdown'), /\n\n\d+ more rows are left out\. The command "check" lists all\.\n/);
    assert.ok(rendered(many, 'csv', 'findings').split('\r\n').length > 600);
  });
});

describe('A report as Markdown', () => {
  for (const value of values) {
    it(`keeps its tables in shape: ${JSON.stringify(value.slice(0, 40))}`, () => {
      const page = rendered(nasty(value), 'markdown');
      let columns = 0;
      for (const line of page.split('\n')) {
        if (!line.startsWith('|')) {
          columns = 0;
          continue;
        }
        const pipes = line.replace(/\\./g, '').split('|').length;
        columns ||= pipes;
        assert.equal(pipes, columns, line);
      }
      const plain = page.replace(/\\./g, '');
      assert.doesNotMatch(plain, /[<>`*_~$[\]]/);
      assert.ok(plain.split('\n').every(line => line === '' || /^(?:#{1,2} |- (?:Day|Made on|Register): |\| |[A-Z0-9])/.test(line)), plain);
    });
  }
});

describe('A report as CSV', () => {
  /** Reads CSV as RFC 4180 has it. */
  function read(text: string, between: string): string[][] {
    assert.equal(text[0], '\ufeff');
    const rows: string[][] = [[]];
    const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^"\\r\\n${between}]*))(${between}|\\r\\n)`, 'y');
    for (cell.lastIndex = 1; cell.lastIndex < text.length;) {
      const match = cell.exec(text);
      assert.ok(match, text);
      rows.at(-1)!.push(match[1]?.replaceAll('""', '"') ?? match[2]!);
      if (match[3] === '\r\n') {
        rows.push([]);
      }
    }
    return rows.slice(0, -1);
  }

  it('has one row for each license that somebody holds', () => {
    const rows = read(render(positionIn(readText('examples/contoso.license-register.yaml')), 'csv', { separator: 'comma' }), ',');
    assert.deepEqual(rows[0], ['Name', 'Address or login', 'Product', 'Purchase', 'Documents', 'Seat', 'Assigned', 'Ends', 'Remark']);
    assert.deepEqual(rows.find(([name]) => name === 'Piotr Zieliński'), [
      'Piotr Zieliński', 'piotr.zielinski@contoso.example, CONTOSO\\pzielinski', 'Exchange Server 2019 Standard User CAL', 'PO-2024-0031', 'invoices/PO-2024-0031.pdf', '', '2024-03-04', '', '',
    ]);
    assert.equal(rows.length, 12);
  });

  for (const value of values) {
    it(`is read back, and nothing of it calculates: ${JSON.stringify(value.slice(0, 40))}`, () => {
      const position = positionIn(nasty(value));
      for (const table of tableNames) {
        for (const separator of ['comma', 'semicolon', 'tab'] as const) {
          const rows = read(render(position, 'csv', { table, separator }), { comma: ',', semicolon: ';', tab: '\t' }[separator]);
          for (const row of rows) {
            assert.equal(row.length, rows[0]!.length);
            assert.ok(row.every(cell => !/^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(cell)), row.join('\n'));
          }
        }
      }
    });
  }

  it('keeps numbers of documents as they are written, but not days and counts', () => {
    const of = (id: string) => read(rendered(nasty(id), 'csv', 'lines'), ',')[1]!;
    for (const id of ['0147', '12345678901234567890', '1e3', '1.5E+10', '2024/02', '1-2', '1.5', '3.4.2024', '12:30']) {
      assert.equal(of(id)[0], `'${id}`);
    }
    for (const id of ['147', 'PO-2024-0031', 'FV/2024/02/0147', '2024-03-04', '10-01-PL']) {
      assert.equal(of(id)[0], id);
    }
    assert.deepEqual(of('PO-1').slice(2, 4), ['2026-01-05', '1']);
  });

  it('is split as Excel splits it where numbers are written so', () => {
    assert.deepEqual(['en-US', 'en-GB', 'pl-PL', 'de-DE', 'ja-JP'].map(separatorFor), ['comma', 'comma', 'semicolon', 'semicolon', 'comma']);
  });
});

describe('A report as JSON', () => {
  it('holds the values as the register has them', () => {
    // An escape that makes a control character is no value of a name (broken-scalar).
    // eslint-disable-next-line no-control-regex
    for (const value of values.filter(each => each.trim() !== '' && !/[\u0000-\u001f\u007f-\u009f]/.test(each))) {
      const { organization, people } = JSON.parse(rendered(nasty(value), 'json')) as { organization: string; people: { names: string[] }[] };
      assert.equal(organization, value.trim());
      assert.deepEqual(people[0]?.names, [value], JSON.stringify(value));
    }
  });

  it('is a contract', () => {
    const text = `organization: Contoso
purchases:
  - { id: PO-1, date: 2026-01-05, type: Core CAL Suite, quantity: 1, supplier: Fabrikam, document: a.pdf, softwareAssurance: { from: 2026-01-05, until: 2027-01-04 } }
servers:
  - { name: EX01, version: SE, edition: Trial, installed: 2026-10-01 }
devices:
  - { name: KIOSK-1, users: [anna@contoso.example] }
assignments:
  - { name: Anna Nowak, email: anna@contoso.example, assigned: 2026-01-10, type: Core CAL Suite, purchase: PO-1, seat: 1 }
  - { name: Ewa Lis, email: ewa@contoso.example, assigned: 2026-01-10, ended: 2026-01-12, reason: left, type: Core CAL Suite, purchase: PO-1 }
  - { name: Jan Kowal, email: jan@contoso.example, assigned: soon, type: Core CAL Suite, purchase: PO-1 }
`;
    const seat = { product: 'Core CAL Suite', purchase: 'PO-1', documents: ['a.pdf'], seat: '1', assigned: '2026-01-10', ended: null, reason: null, standsInFor: null, isCounted: true };
    const { findings, limits, ...rest } = JSON.parse(rendered(text, 'json')) as { findings: unknown[]; limits: string[] };
    assert.deepEqual(findings[0], {
      rule: 'date-invalid', severity: 'error',
      findings: [{ place: { path: 'license-register.yaml', line: 11 }, severity: 'error', message: '"soon" can\'t be read as a date: write `assigned` as YYYY-MM-DD.' }],
    });
    assert.equal(limits.length, 1);
    const change = (day: string, assigned: number) => ({ day, owned: 1, assigned });
    assert.deepEqual(rest, {
      version: 1, organization: 'Contoso', day: '2026-11-24', madeOn: '2026-11-24', files: ['license-register.yaml'],
      products: [{
        name: 'Core CAL Suite', kind: 'suite', owned: 1, assigned: 1, free: 0, short: 0, outside: 0,
        changes: [change('2026-01-05', 0), change('2026-01-10', 2), change('2026-01-12', 1)],
        shortages: [{ from: '2026-01-10', until: '2026-01-11', worst: change('2026-01-10', 2) }],
      }],
      purchases: [{
        id: 'PO-1', product: 'Core CAL Suite', owned: 1, assigned: 1, free: 0, short: 0, coveredUntil: '2027-01-04',
        lines: [{ date: '2026-01-05', quantity: 1, supplier: 'Fabrikam', document: 'a.pdf', softwareAssurance: [{ from: '2026-01-05', until: '2027-01-04' }], subscription: [], trueUp: null }],
      }],
      people: [{ names: ['Anna Nowak'], accounts: ['anna@contoso.example'], seats: [seat] }],
      devices: [{ name: 'KIOSK-1', users: ['anna@contoso.example'], seats: [] }],
      servers: [{ name: 'EX01', version: 'SE', edition: 'Trial', license: null, product: null, documents: [], installed: '2026-10-01', activated: null, retired: null, isInService: true }],
      ended: [{ holder: 'Ewa Lis', accounts: ['ewa@contoso.example'], ...seat, seat: null, ended: '2026-01-12', reason: 'left', isCounted: false }],
      uncounted: [{ place: { path: 'license-register.yaml', line: 11 }, kind: 'assignment', of: 'Jan Kowal', reason: 'has no date of assignment that can be read' }],
      exchange: null,
    });
  });
});
