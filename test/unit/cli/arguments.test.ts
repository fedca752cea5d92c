import assert from 'node:assert/strict';

import { readArguments, WrongArgument, type CheckArguments, type ReportArguments } from '../../../src/cli/arguments';
import { parseDay } from '../../../src/core/calendar';

const ruleNames = ['over-assigned-purchase', 'over-assigned-type', 'date-invalid'];

function read(...args: string[]): ReturnType<typeof readArguments> {
  return readArguments(args, ruleNames);
}

const plainCheck: CheckArguments = {
  command: 'check',
  paths: [],
  format: 'pretty',
  asOf: undefined,
  failOn: 'error',
  maxWarnings: undefined,
  ruleSeverities: {},
  stdinFilename: undefined,
      fix: 'no',
  noColor: false,
};

const plainReport: ReportArguments = {
  command: 'report',
  path: undefined,
  format: 'markdown',
  asOf: undefined,
  output: undefined,
  force: false,
  table: 'people',
  separator: undefined,
  stdinFilename: undefined,
};

describe('arguments that are right', () => {
  const right: readonly [args: string[], expected: ReturnType<typeof readArguments>][] = [
    [['check'], plainCheck],
    [['check', 'a.yaml', '-', 'b/*.yaml'], { ...plainCheck, paths: ['a.yaml', '-', 'b/*.yaml'] }],
    [['check', '--', '--odd.yaml'], { ...plainCheck, paths: ['--odd.yaml'] }],
    [['--format', 'json', 'check', 'a.yaml'], { ...plainCheck, format: 'json', paths: ['a.yaml'] }],
    [['check', '--format=compact'], { ...plainCheck, format: 'compact' }],
    [['check', '--format', 'json', '--format', 'compact'], { ...plainCheck, format: 'compact' }],
    [['check', '--as-of', '2024-02-29'], { ...plainCheck, asOf: parseDay('2024-02-29') }],
    [['check', '--fail-on', 'hint'], { ...plainCheck, failOn: 'hint' }],
    [['check', '--fail-on', 'never'], { ...plainCheck, failOn: 'never' }],
    [['check', '--max-warnings', '0'], { ...plainCheck, maxWarnings: 0 }],
    [
      ['check', '--rule', 'date-invalid=off', '--rule', 'over-assigned-type=hint', '--rule=date-invalid=info'],
      { ...plainCheck, ruleSeverities: { 'date-invalid': 'info', 'over-assigned-type': 'hint' } },
    ],
    [['check', '-', '--stdin-filename', 'a.yaml'], { ...plainCheck, paths: ['-'], stdinFilename: 'a.yaml' }],
    [['check', '--no-color'], { ...plainCheck, noColor: true }],
    [['report'], plainReport],
    [['report', 'a.yaml', '--as-of', '2024-02-29'], { ...plainReport, path: 'a.yaml', asOf: parseDay('2024-02-29') }],
    [['report', '--output', 'a.HTM', '--force'], { ...plainReport, format: 'html', output: 'a.HTM', force: true }],
    [['report', '--output', 'report'], { ...plainReport, output: 'report' }],
    [['report', '--output', '-'], plainReport],
    [['report', '--output', 'a.html', '--format', 'json'], { ...plainReport, format: 'json', output: 'a.html' }],
    [['report', '--output', 'a.csv', '--table', 'lines', '--separator', 'tab'], { ...plainReport, format: 'csv', output: 'a.csv', table: 'lines', separator: 'tab' }],
    [['report', '-', '--stdin-filename', 'a.yaml'], { ...plainReport, path: '-', stdinFilename: 'a.yaml' }],
    [['rules'], { command: 'rules', noColor: false }],
    [['rules', '--no-color'], { command: 'rules', noColor: true }],
    [['explain', 'date-invalid'], { command: 'explain', rule: 'date-invalid' }],
    [['--version'], { command: 'version' }],
    [['check', '--version'], { command: 'version' }],
    [['--help'], { command: 'help', about: undefined }],
    [['-h'], { command: 'help', about: undefined }],
    [['check', '--help'], { command: 'help', about: 'check' }],
    [['--help', 'explain'], { command: 'help', about: 'explain' }],
    [['check', '--bogus', '--help'], { command: 'help', about: 'check' }],
  ];
  for (const [args, expected] of right) {
    it(JSON.stringify(args), () => assert.deepEqual(read(...args), expected));
  }
});

describe('arguments that are wrong', () => {
  const checkOptions =
    '--format, --as-of, --fail-on, --max-warnings, --rule, --stdin-filename, --fix, --fix-dry-run, --no-color, --help and --version';
  const wrong: readonly [args: string[], message: string][] = [
    [[], 'A command is missing; it is check, import, report, rules or explain.'],
    [['--no-color'], 'A command is missing; it is check, import, report, rules or explain.'],
    [['chekc'], 'There is no command "chekc". Did you mean "check"?'],
    [['sheet'], 'There is no command "sheet". It is check, import, report, rules or explain.'],
    [
      ['license-register.yaml'],
      '"license-register.yaml" is not a command. To check a register, write: ' +
        'exchange-license-register check "license-register.yaml"',
    ],
    [['-'], '"-" is not a command. To check a register, write: exchange-license-register check "-"'],
    [['check', '--frmat', 'json'], 'There is no option --frmat. Did you mean --format?'],
    [['check', '--Format=json'], 'There is no option --Format. Did you mean --format?'],
    [['rules', '--fix'], '--fix is an option of "check", not of "rules".'],
    [['check', '-', 'a.yaml', '--fix'], '--fix writes the register on standard input to standard output, so "-" must be the only path.'],
    [['check', '-x'], `There is no option -x. The options are ${checkOptions}.`],
    [['--verson'], 'There is no option --verson. Did you mean --version?'],
    [['rules', '--format', 'json'], '--format is an option of "check" and "report", not of "rules".'],
    [['check', '--format'], '--format needs a value after it.'],
    [['check', '--format='], '--format needs a value after it.'],
    [['check', '--format', '--no-color'], '--format needs a value after it.'],
    [['check', '--no-color=yes'], '--no-color takes no value; leave out "=yes".'],
    [['check', '--format', 'xml'], '--format cannot be "xml". It is pretty, compact, json, sarif or github.'],
    [['check', '--format', 'JSON'], '--format cannot be "JSON". It is pretty, compact, json, sarif or github. Did you mean "json"?'],
    [
      ['check', '--fail-on', 'warnings'],
      '--fail-on cannot be "warnings". It is error, warning, info, hint or never. Did you mean "warning"?',
    ],
    [['check', '--as-of', '2026-02-30'], '--as-of cannot be "2026-02-30": write a day that exists as YYYY-MM-DD.'],
    [['check', '--as-of', 'today'], '--as-of cannot be "today": write a day that exists as YYYY-MM-DD.'],
    [['check', '--max-warnings', 'ten'], '--max-warnings cannot be "ten": write a whole number, 0 or more.'],
    [['check', '--max-warnings', '-1'], '--max-warnings cannot be "-1": write a whole number, 0 or more.'],
    [['check', '--max-warnings', '1.5'], '--max-warnings cannot be "1.5": write a whole number, 0 or more.'],
    [
      ['check', '--rule', 'date-invalid'],
      '--rule cannot be "date-invalid": write NAME=SEVERITY with the severity error, warning, info, hint or off.',
    ],
    [
      ['check', '--rule', '=off'],
      '--rule cannot be "=off": write NAME=SEVERITY with the severity error, warning, info, hint or off.',
    ],
    [['check', '--rule', 'date-invalud=off'], 'There is no rule "date-invalud". Did you mean "date-invalid"?'],
    [['check', '--rule', 'nonsense=off'], 'There is no rule "nonsense". The command "rules" lists them.'],
    [
      ['check', '--rule', 'date-invalid=warn'],
      '--rule date-invalid cannot be "warn". It is error, warning, info, hint or off.',
    ],
    [['check', ''], 'A path is empty. Name a file, a folder or a pattern, or leave it out.'],
    [
      ['check', '--stdin-filename', 'a.yaml'],
      '--stdin-filename names the register on standard input, which is read only where "-" is among the paths.',
    ],
    [['report', '--fail-on', 'error'], '--fail-on is an option of "check", not of "report".'],
    [['report', '--format', 'pretty'], '--format cannot be "pretty". It is html, markdown, csv or json.'],
    [['report', '--as-of', 'today'], '--as-of cannot be "today": write a day that exists as YYYY-MM-DD.'],
    [['report', 'a.yaml', 'b.yaml'], '"report" takes one register; "b.yaml" is too much. What belongs to a register is named by its "include".'],
    [['report', '--table', 'people'], '--table is for --format csv, which holds one table.'],
    [['report', '--output', 'a.html', '--separator', 'tab'], '--separator is for --format csv, which holds one table.'],
    [
      ['report', '--format', 'csv', '--table', 'persons'],
      '--table cannot be "persons". It is people, products, shortages, purchases, lines, devices, servers, ended, uncounted, exchange, causes or findings.',
    ],
    [['report', '--format', 'csv', '--separator', ';'], '--separator cannot be ";". It is comma, semicolon or tab.'],
    [['report', '--output'], '--output needs a value after it.'],
    [['report', '--force=yes'], '--force takes no value; leave out "=yes".'],
    [['report', ''], 'A path is empty. Name a file, a folder or a pattern, or leave it out.'],
    [
      ['report', '--stdin-filename', 'a.yaml'],
      '--stdin-filename names the register on standard input, which is read only where "-" is among the paths.',
    ],
    [['rules', 'all'], '"rules" lists them all; "all" is too much. To read about one rule, use "explain".'],
    [['explain'], '"explain" needs the name of a rule after it; "rules" lists them.'],
    [['explain', 'date-invalid', 'x'], '"explain" takes one rule; "x" is too much.'],
    [
      ['explain', 'over-assigned-purchases'],
      'There is no rule "over-assigned-purchases". Did you mean "over-assigned-purchase"?',
    ],
    [['explain', 'a\u001b[31mb'], 'There is no rule "a\u241b[31mb". The command "rules" lists them.'],
  ];
  for (const [args, message] of wrong) {
    it(JSON.stringify(args), () => {
      assert.throws(
        () => read(...args),
        error => error instanceof WrongArgument && (assert.equal(error.message, message), true),
      );
    });
  }
});
