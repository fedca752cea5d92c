import assert from 'node:assert/strict';
import type { CodePage } from '../../../../src/exchange/exports/code-page';
import { readTable } from '../../../../src/exchange/exports/read-table';
import { finish } from '../../../../src/exchange/steps';
import { encodings, inCodePage } from './encodings';

const read = (content: string | Uint8Array) => finish(readTable(typeof content === 'string' ? Buffer.from(content) : content));

function table(content: string | Uint8Array) {
  const found = read(content);
  assert.ok(!('problem' in found), 'problem' in found ? found.problem.text : '');
  return found;
}
const cells = (content: string | Uint8Array) => table(content).rows.map(row => row.cells);
const problem = (content: string | Uint8Array) => {
  const found = read(content);
  return 'problem' in found ? found.problem.text : undefined;
};

const csv = '"DisplayName","Login"\r\n"Łukasz Żółć","lzolc"\r\n"Anna\r\nNowak","a""n"\r\n';
const rows = [['Łukasz Żółć', 'lzolc'], ['Anna\nNowak', 'a"n']];

describe('A CSV file', () => {
  for (const [encoding, bytes] of Object.entries(encodings(csv))) {
    it(`is read in ${encoding}`, () => {
      assert.deepEqual(cells(bytes), rows);
      assert.equal(table(bytes).encoding, encoding.replace(' with mark', ''));
      assert.deepEqual(table(bytes).header, ['DisplayName', 'Login']);
    });
  }

  it('is read with each separator, told by the header alone', () => {
    for (const separator of [',', ';', '\t']) {
      const line = (...parts: string[]) => parts.map(part => `"${part}"`).join(separator);
      assert.deepEqual(cells(`${line('a;,\tx', 'b')}\n${line('1,1,1;;', '2')}\n`), [['1,1,1;;', '2']]);
    }
    assert.deepEqual(cells('sep=;\na,b;c\n1;2\n'), [['1', '2']]);
    assert.deepEqual(cells('Address\na@contoso.example\n'), [['a@contoso.example']]);
  });

  it('is read with and without quotes, with any line breaks, and rows are counted as a spreadsheet does', () => {
    for (const lineBreak of ['\n', '\r\n', '\r']) {
      assert.deepEqual(table(['a,b', '1, 2 ', '', ',', '3,4'].join(lineBreak)).rows, [{ number: 2, cells: ['1', '2'] }, { number: 5, cells: ['3', '4'] }]);
    }
    assert.deepEqual(table('#TYPE Deserialized.System.Object\r\n"a"\r\n"1"\r\n').rows, [{ number: 3, cells: ['1'] }]);
  });

  it('is read across the pieces in which it is decoded and parsed', () => {
    const many = Array.from({ length: 60_000 }, (_, index) => [`Żółć ${index}`, 'x'.repeat(index % 40)]);
    const text = `a,b\r\n${many.map(each => each.map(cell => `"${cell}"`).join(',')).join('\r\n')}\r\n`;
    assert.deepEqual(cells(text), many);
    assert.deepEqual(cells(Buffer.from(`\ufeff${text}`, 'utf16le')), many);
  });

  it('tells letters that were lost in ASCII', () => {
    assert.equal(table('"Name"\r\n"Zieli?ski"\r\n').lostLetters, 'Zieli?ski');
    assert.equal(table('"Name"\r\n"?ukasz Nowak"\r\n').lostLetters, '?ukasz Nowak');
    assert.equal(table('"Name","Note"\r\n"Ewa Lis","left?"\r\n"Jan","why? or http://x/?a=b"\r\n').lostLetters, undefined);
  });

  it('that is cut off is read up to there', () => {
    for (const cut of ['"a","b"\r\n"1","2"\r\n"3","4', '"a","b"\r\n"1","2"\r\n"3"', 'a,b\n1,2\n3']) {
      assert.deepEqual([table(cut).isCutOff, table(cut).rows.length], [true, 1], cut);
    }
    assert.equal(table('a,b\n1,2\n3\n').isCutOff, false);
    assert.deepEqual([table(Buffer.from('a,b\n1,ż').subarray(0, -1)).isCutOff, table(Buffer.from('a,b\n1,ż').subarray(0, -1)).encoding], [true, 'utf-8']);
  });

  it('with a quote that is never closed is read up to there, in linear time', () => {
    const found = table(`a,b\n1,2\n"3,${'x,\n'.repeat(5_000_000)}`);
    assert.deepEqual([found.isCutOff, found.rows.length], [true, 1]);
  });

  it('that is empty, or has a header only, is no fault of the reader', () => {
    for (const empty of ['', '\ufeff', '\r\n\r\n', '#TYPE Selected.System.Object\r\n', ',,,\n']) {
      assert.equal(problem(empty), 'is empty. Save or export it again.', JSON.stringify(empty));
    }
    assert.deepEqual(table('a,b').rows, []);
  });

  it('that is something else is told as what it is', () => {
    assert.match(problem('ClassId2e4f51ef21dd47e99d3c952918aff9cd,pageHeaderEntry,autosizeInfo\r\n')!, /Format-Table/);
    assert.match(problem('#TYPE Microsoft.PowerShell.Commands.Internal.Format.FormatStartData\r\n"ClassId2e4f51ef21dd47e99d3c952918aff9cd","pageHeaderEntry"\r\n')!, /Format-Table/);
    assert.match(problem('\r\nName       Alias\r\n----       -----\r\nAnna Nowak anowak\r\n')!, /as Format-Table shows it/);
    assert.match(problem(Buffer.from('\ufeff\r\nName  \r\n----  \r\nAnna\r\n', 'utf16le'))!, /as Format-Table shows it/);
    assert.match(problem('\r\n\r\nDisplayName : Anna\r\nAlias       : anowak\r\n')!, /Format-List/);
    assert.match(problem('<!DOCTYPE html><p>')!, /HTML/);
    assert.match(problem('[{"a": 1}]')!, /JSON/);
    assert.match(problem(Buffer.from('PK\x03\x04aa\0\0'))!, /Excel workbook/);
    assert.match(problem(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))!, /old kind/);
    assert.match(problem(Buffer.from([1, 2, 0, 0, 0, 7]))!, /no text/);
    assert.match(problem(new Uint8Array(50_000_001))!, /larger than 50 MB/);
  });
});

describe('A code page without a mark', () => {
  const page = (text: string, written: CodePage) => table(inCodePage(`Name\n${text}\n`, written)).encoding;

  it('is guessed by the words that it makes', () => {
    for (const text of ['Piotr Zieliński', 'Łukasz Żak', 'Jiří Černý', 'Němec', 'Szőke', 'Małgorzata Wójcik', 'Imię', 'KAŹMIERCZAK']) {
      assert.equal(page(text, 'windows-1250'), 'windows-1250', text);
    }
    for (const text of ['Jürgen Groß', 'François Lefèvre', 'Søren Ågård', 'João', 'Hélène', 'Noël Lemaître']) {
      assert.equal(page(text, 'windows-1252'), 'windows-1252', text);
    }
  });

  it('has its own letters', () => {
    const bytes = (...upper: number[]) => [...Buffer.from('Name\nM'), ...upper, ...Buffer.from('ller\n')];
    for (const [upper, text] of [[[0xfc, 0x92], 'Mü’ller'], [[0x81], 'Müller'], [[0x88, 0xa2, 0xbe], 'Młóżller']] as const) {
      assert.deepEqual(cells(Uint8Array.from(bytes(...upper))), [[text]]);
    }
  });

  it('of the console is taken where one of Windows would put signs into words', () => {
    for (const text of ['Małgorzata Wójcik', 'Łukasz Zieliński, Stanisław Wąs']) {
      assert.equal(page(text, 'ibm852'), 'ibm852', text);
    }
    for (const text of ['Jürgen Müller', 'François Lefèvre, Hélène', 'Søren Håkansson']) {
      assert.equal(page(text, 'ibm850'), 'ibm850', text);
    }
    for (const text of ['Seán O’Brien', '„Anna” Nowak–Lis', 'Anna\u00a0Müller', 'Exchange® Server™ 2019, 5 €']) {
      assert.equal(page(text, 'windows-1252'), 'windows-1252', text);
    }
  });
});
