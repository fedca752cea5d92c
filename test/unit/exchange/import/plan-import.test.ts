import assert from 'node:assert/strict';
import { headerWords, importFields } from '../../../../src/exchange/import/fields';
import { findHeader, guessMapping } from '../../../../src/exchange/import/guess-mapping';
import { planImport, type ImportChoices } from '../../../../src/exchange/import/plan-import';
import { tableOf } from '../exports/tables';

/** Which column is taken for which field. */
function guessed(...lines: readonly string[]): Record<string, string> {
  const table = findHeader(tableOf(...lines));
  return Object.fromEntries(Object.entries(guessMapping(table)).map(([field, column]) => [field, table.header[column]!]));
}

function plan(lines: readonly string[], register = '', choices: Partial<ImportChoices> = {}) {
  const table = findHeader(tableOf(...lines));
  return planImport(table, { mapping: guessMapping(table), ...choices }, register);
}

const cal = 'Exchange Server 2019 Standard User CAL';

describe('The columns of a list are guessed', () => {
  it('by their names in English, Polish and German', () => {
    assert.deepEqual(guessed('Name,E-mail,License type,Date of assignment,Order no.', `Anna Nowak,anna@contoso.example,${cal},2024-03-04,PO-1`),
      { name: 'Name', email: 'E-mail', type: 'License type', assigned: 'Date of assignment', purchase: 'Order no.' });
    assert.deepEqual(guessed('Imię;Nazwisko;Adres e-mail;Licencja;Data przydziału;Nr faktury;Uwagi', `Anna;Nowak;anna@contoso.example;${cal};04.03.2024;FV/1;x`),
      { firstName: 'Imię', lastName: 'Nazwisko', email: 'Adres e-mail', type: 'Licencja', assigned: 'Data przydziału', purchase: 'Nr faktury', note: 'Uwagi' });
    assert.deepEqual(guessed('Vorname;Nachname;E-Mail-Adresse;Lizenz;Zugewiesen am;Bis;Bestell-Nr.;Gerät', `Anna;Nowak;anna@contoso.example;${cal};04.03.2024;;PO-1;`),
      { firstName: 'Vorname', lastName: 'Nachname', email: 'E-Mail-Adresse', type: 'Lizenz', assigned: 'Zugewiesen am', ended: 'Bis', purchase: 'Bestell-Nr.', device: 'Gerät' });
  });

  it('by each word that is known, which is of one field', () => {
    for (const field of importFields) {
      for (const word of headerWords[field]) {
        assert.deepEqual(guessMapping({ header: [word], rows: [] }), { [field]: 0 }, word);
      }
    }
  });

  it('by whole words in their names, but not by short ones', () => {
    assert.deepEqual(guessed('Customer invoice,Person in charge,Device of shift', 'x,y,z'), { purchase: 'Customer invoice', name: 'Person in charge', device: 'Device of shift' });
    assert.deepEqual(guessed('Due to,Typewriter,Subtype,Cal days', 'x,y,z,w'), {});
    assert.deepEqual(guessed('PO:,Data wysyłki,Data przydziału', 'x,04.03.2024,05.03.2024'), { purchase: 'PO:', assigned: 'Data przydziału' });
  });

  it('by the first of several alike', () => {
    assert.deepEqual(guessed('Email,Mail', 'anna@contoso.example,a.nowak@contoso.example'), { email: 'Email' });
  });

  it('by what stands in them where the names say nothing', () => {
    assert.deepEqual(guessed('A,B,C,D', `CONTOSO\\anowak,anna@contoso.example,${cal},2024-03-04`), { login: 'A', email: 'B', type: 'C', assigned: 'D' });
    assert.deepEqual(guessed('A,B', 'x,1', 'y,2', 'anna@contoso.example,2024-03-04', 'z'), {});
  });

  it('not against what stands in them', () => {
    assert.deepEqual(guessed('User,Address,Date', 'anna@contoso.example,Warszawa,next week'), { email: 'User' });
    assert.deepEqual(guessed('Name,License,Login', `Anna,2024-03-04,anna@contoso.example`), { name: 'Name', assigned: 'License', email: 'Login' });
    assert.deepEqual(guessed('Name,Notes,Since', `${cal},2024-03-04,unknown`, `${cal},2024-03-05,2024-03-05`, `${cal},2024-03-06,unknown`), { type: 'Name', assigned: 'Since' });
  });

  it('below titles, and without a header', () => {
    assert.deepEqual(guessed('Licenses of Contoso,', ',', 'Name,Mail', 'Anna,anna@contoso.example'), { name: 'Name', email: 'Mail' });
    assert.deepEqual(guessed('Contoso,', 'Licence,', 'Name,Mail', 'Anna,anna@contoso.example', 'Ewa,ewa@contoso.example', 'Name,Mail'), { name: 'Name', email: 'Mail' });
    assert.deepEqual(guessed('Email,Team,Kind', 'anna@contoso.example,Account,User'), { email: 'Email' });
    assert.deepEqual(guessed('Anna,anna@contoso.example,2024-03-04', 'Ewa,ewa@contoso.example,2024-03-04'), { email: 'Column 2', assigned: 'Column 3' });
  });

  it('with all rows below the header, and the first row where there is none', () => {
    const rows = (...lines: string[]) => plan(lines).rows.map(({ row, values: { email } }) => [row, email]);
    assert.deepEqual(rows('Licenses of Contoso,', 'Name,Mail', 'Anna,anna@contoso.example', 'Ewa,ewa@contoso.example'), [[3, 'anna@contoso.example'], [4, 'ewa@contoso.example']]);
    assert.deepEqual(rows('anna@contoso.example', 'ewa@contoso.example'), [[1, 'anna@contoso.example'], [2, 'ewa@contoso.example']]);
    assert.deepEqual(findHeader(tableOf('2024-03-04', '2024-03-05,x')).header, ['Column 1', 'Column 2']);
    assert.deepEqual(findHeader(tableOf(cal, cal)).header, ['Column 1']);
  });
});

describe('An import', () => {
  const header = 'Name,Email,Login,Type,Assigned,Ended,Purchase';

  it('writes rows as the register has them, and makes nothing up', () => {
    const { rows } = plan(['First name,Last name,Email,Type,Assigned', ` Anna ,Nowak,anna@contoso.example,${cal},4.3.2024`, 'Ewa,Lis,ewa@contoso.example,,'], '', { purchase: 'PO-1' });
    assert.deepEqual(rows.map(row => ({ ...row, problems: row.problems.map(({ text }) => text) })), [
      { row: 2, status: 'new', values: { name: 'Anna Nowak', email: 'anna@contoso.example', assigned: '2024-03-04', type: cal, purchase: 'PO-1' }, problems: [] },
      { row: 3, status: 'new', values: { name: 'Ewa Lis', email: 'ewa@contoso.example', purchase: 'PO-1' }, problems: ['It has no date of assignment.'] },
    ]);
  });

  it('writes all that a register keeps, on one line each', () => {
    const { rows } = plan(['First name,Last name,Email,Login,Employee ID,Assigned,Type,Purchase,Seat,Ended,Notes', `Anna,,anna@contoso.example,anowak,4711,2024-03-04,${cal},PO-1,7,2024-05-03,"on\tloan\r\nfrom IT"`], '', { type: 'x', purchase: 'x' });
    assert.deepEqual(rows[0]!.values, {
      name: 'Anna', email: 'anna@contoso.example', login: 'anowak', employee: '4711', assigned: '2024-03-04', type: cal, purchase: 'PO-1', seat: '7', ended: '2024-05-03', note: 'on loan from IT',
    });
  });

  it('says what a row lacks', () => {
    const problems = (row: string) => plan([`${header},Device`, row]).rows[0]!.problems.map(({ text }) => text);
    assert.deepEqual(problems(',anna@contoso.example,,,,,,'), ['It has no name.', 'It has no date of assignment.', 'It has no license type.']);
    assert.deepEqual(problems('Anna,anna@contoso.example,,,2024-03-04,,PO-1,'), []);
    assert.deepEqual(problems(`,,,${cal},2024-03-04,,,KIOSK-1`), []);
    assert.deepEqual(problems('Anna,anna@contoso.example'), ['It has no date of assignment.', 'It has no license type.']);
    assert.deepEqual(problems(`Anna,,,${cal},2024-03-04,,,`), ['It names neither an address, a login nor a device, so it is left out.']);
    const { rows } = plan([header, `Anna,anna@contoso.example,,${cal},soon,never,`], '', { mapping: { name: 0, email: 1, type: 3, assigned: 4, ended: 5 } });
    assert.deepEqual(rows[0]!.problems.map(({ text }) => text), ['"soon" in `assigned` is no date.', '"never" in `ended` is no date.']);
  });

  it('asks for the order of dates only where it is open', () => {
    const undecided = (...dates: string[]) => plan([header, ...dates.map((date, index) => `P,p${index}@contoso.example,,${cal},${date},,`)]).undecidedDate;
    assert.deepEqual(undecided('3/4/2024', '5/6/2024'), { example: '3/4/2024', orders: ['dmy', 'mdy'] });
    assert.deepEqual(plan([header, `P,p@contoso.example,,${cal},2024-03-04,5/6/2024,`]).undecidedDate, { example: '5/6/2024', orders: ['dmy', 'mdy'] });
    assert.equal(undecided('3/4/2024', '13/6/2024'), undefined);
    assert.equal(undecided('3/4/2024', '3/13/2024'), undefined);
    assert.equal(undecided('3.4.2024', '2.2.2024'), undefined);
    assert.equal(undecided('2/2/2024'), undefined);
    assert.equal(undecided('2024-03-04', '2024/03/05', ''), undefined);
    const { rows, undecidedDate } = plan([header, `P,p@contoso.example,,${cal},3/4/2024,5/4/24,`], '', { dateOrder: 'mdy' });
    assert.deepEqual([undecidedDate, rows[0]!.values.assigned, rows[0]!.values.ended], [undefined, '2024-03-04', '2024-05-04']);
  });

  it('reads dates with the year in front beside those in another order', () => {
    const { rows, undecidedDate } = plan([header, `P,p@contoso.example,,${cal},13/4/2024,2024-05-01 00:00:00,`, `Q,q@contoso.example,,${cal},2024-05-01,,`]);
    assert.equal(undecidedDate, undefined);
    assert.deepEqual(rows.map(({ values: { assigned, ended } }) => [assigned, ended]), [['2024-04-13', '2024-05-01'], ['2024-05-01', undefined]]);
    assert.deepEqual(rows.flatMap(({ problems }) => problems), []);
    assert.deepEqual(plan([header, `P,p@contoso.example,,${cal},3/4/2024,2024-05-01,`]).undecidedDate, { example: '3/4/2024', orders: ['dmy', 'mdy'] });
  });

  it('keeps what it can not read, and says so', () => {
    const { rows, unreadTypes } = plan([header, `P,p@contoso.example,,Exch 2019 CAL,3rd of May,,`, `Q,q@contoso.example,,Exch 2019 CAL,2024-05-03,,`]);
    assert.deepEqual([rows[0]!.values.assigned, rows[0]!.values.type], ['3rd of May', 'Exch 2019 CAL']);
    assert.deepEqual(rows[0]!.problems.map(({ text }) => text), ['"3rd of May" in `assigned` is no date with the year first.']);
    assert.deepEqual(unreadTypes.map(({ text, count }) => [text, count]), [['Exch 2019 CAL', 2]]);
    const types = ['Old CAL', 'Exch 2019 CAL', 'EXCH 2019 CAL'].map((type, index) => `P,p${index}@contoso.example,,${type},2024-05-03,,`);
    assert.deepEqual(plan([header, ...types]).unreadTypes.map(({ text, count }) => [text, count]), [['Exch 2019 CAL', 2], ['Old CAL', 1]]);
  });

  it('takes a wording as the type that was chosen for it', () => {
    const { rows, unreadTypes } = plan([header, 'P,p@contoso.example,,Exch  2019 CAL,2024-05-03,,'], '', { typeNames: new Map([['exch 2019 cal', cal]]) });
    assert.deepEqual([rows[0]!.values.type, rows[0]!.problems, unreadTypes], [cal, [], []]);
    assert.deepEqual(plan([header, 'P,p@contoso.example,,Old CAL,2024-05-03,,'], `settings: { typeNames: { Old CAL: ${cal} } }\n`).unreadTypes, []);
    assert.equal(plan([header, 'P,p@contoso.example,,,2024-05-03,,'], '', { type: cal }).rows[0]!.values.type, cal);
  });

  it('recognizes who is in the register already', () => {
    const register = `assignments:\n- { name: Anna, email: Anna@contoso.example, login: CONTOSO\\anowak, assigned: 2024-03-04, type: ${cal} }\n- { name: Jan, email: jan@contoso.example, assigned: 2023-03-04, ended: 2023-09-01, type: ${cal} }\n- { device: KIOSK-1, assigned: 2024-03-04, type: Core CAL Suite }\n`;
    const status = (row: string) => plan([`${header},Device`, row], register).rows[0]!.status;
    assert.equal(status(`Anna Nowak,anna@contoso.example,,Exchange Server 2019 Standard -- 1 User CAL,2024-05-01,,`), 'known');
    assert.equal(status(`Anna Nowak,,anowak,${cal},2024-05-01,,`), 'known');
    assert.equal(status(`Anna Nowak,,contoso\\ANOWAK,${cal},2024-05-01,,`), 'known');
    assert.equal(status(`Adam Nowak,,FABRIKAM\\anowak,${cal},2024-05-01,,`), 'new');
    assert.equal(status('Anna Nowak,,anowak,Exchange Server 2019 Enterprise User CAL,2024-05-01,,'), 'new');
    assert.equal(status(`Jan Kowal,jan@contoso.example,,${cal},2024-05-01,,`), 'new');
    assert.equal(status(`Jan Kowal,jan@contoso.example,,${cal},2023-03-04,2023-09-01,`), 'known');
    assert.equal(status('x,,,Core CAL Suite,2024-03-04,,,kiosk-1'), 'known');
    assert.equal(status(`Anna Nowak,anna@contoso.example,,${cal},2022-05-01,2023-05-01,`), 'new');
    assert.equal(status('Anna Nowak,anna@contoso.example,,,2024-05-01,,'), 'known');
    const { rows, unreadTypes } = plan([header, 'Ewa,ewa@contoso.example,,Old CAL,,,'], 'assignments:\n- { name: Ewa, email: ewa@contoso.example, purchase: PO-1 }\n');
    assert.deepEqual([rows[0]!.status, rows[0]!.problems, unreadTypes], ['known', [], []]);
  });

  it('recognizes a person by a further address, and a wording that is no type', () => {
    const register = 'assignments:\n- { name: Anna, email: anna@contoso.example, otherAddresses: [a.nowak@contoso.example], assigned: 2024-03-04, type: Old CAL }\nmailboxes:\n- { email: jan@contoso.example }\n';
    const status = (email: string, type: string) => plan([header, `x,${email},,${type},2024-05-01,,`], register).rows[0]!.status;
    assert.equal(status('a.nowak@contoso.example', 'OLD  CAL'), 'known');
    assert.equal(status('anna@contoso.example', 'Other CAL'), 'new');
    assert.equal(status('jan@contoso.example', cal), 'new');
    const bare = `assignments:\n- { name: Anna, login: anowak, assigned: 2024-03-04, type: ${cal} }\n`;
    assert.deepEqual(plan([header, ...['anowak', 'CONTOSO\\anowak', 'CONTOSO\\jan'].map(login => `x,,${login},${cal},2024-05-01,,`)], bare).rows.map(({ status: each }) => each), ['known', 'known', 'new']);
  });

  it('leaves out what stands twice and what names nobody', () => {
    const row = `P,p@contoso.example,,${cal},2024-05-03,,`;
    assert.deepEqual(plan([header, row, row, `Nobody,,,${cal},2024-05-03,,`]).rows.map(({ row: number, status }) => [number, status]), [[2, 'new'], [3, 'repeated'], [4, 'nobody']]);
    const alike = [
      row, `P,q@contoso.example,,${cal},2024-05-03,,`, `P,,p,${cal},2024-05-03,,`, `P,,q,${cal},2024-05-03,,`, `P,,,${cal},2024-05-03,,,KIOSK-1`, `P,p@contoso.example,,${cal},2024-05-03,,,KIOSK-2`,
      `P,p@contoso.example,,${cal},2024-05-04,,`, `P,p@contoso.example,,${cal},2024-05-03,2024-06-03,`, 'P,p@contoso.example,,Exchange Server 2019 Enterprise User CAL,2024-05-03,,',
    ];
    assert.deepEqual(plan([`${header},Device`, ...alike]).rows.map(({ status }) => status), alike.map(() => 'new'));
  });
});
