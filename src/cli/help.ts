import { severities } from '../core/findings/finding';
import { dateOrders } from '../exchange/exports/dates';
import { importFields } from '../exchange/import/fields';
import { reportFormats, separators, tableNames } from '../report';
import type { CommandName } from './arguments';
import { failThresholds } from './exit-code';
import { formatNames } from './formats';
import { listed } from './wording';

const program = 'exchange-license-register';

const general = `Checks registers of Exchange Server licenses and Client Access Licenses.

Usage: ${program} <command> [options]

Commands:
  check [PATH...]   check registers
  import CSV        add the assignments of a spreadsheet to a register
  report [PATH]     tell the license position of a register on a day
  rules             list all rules with their severities
  explain RULE      show what a rule checks, why, and how to mend what it finds

Options:
  --no-color        write without color, as NO_COLOR=1 does; FORCE_COLOR=1 colors output that is no terminal
  --version         show the version
  -h, --help        show this help, or after a command the help for it
`;

const check = `Checks registers and shows what is wrong with them.

Usage: ${program} check [PATH...] [options]

PATH is a file, a folder, a pattern such as "departments/**/*.yaml", or - for standard input. A file is checked
whatever its name. Of a folder, the registers in it and below are checked: license-register.yaml,
*.license-register.yaml and their .yml forms, but not what lies in .git or node_modules or behind a link.
Without a PATH, this is done for the current folder.

Options:
  --format FORMAT         ${formatNames.join(', ')} (default: pretty)
  --as-of YYYY-MM-DD      check as if this day were today
  --fail-on SEVERITY      exit with 1 from this severity on: ${failThresholds.join(', ')} (default: error)
  --max-warnings N        exit with 1 when there are more warnings than N
  --rule NAME=SEVERITY    give a rule another severity, whatever the register says: ${severities.join(', ')}, off;
                          may be repeated
  --fix                   mend what is safe to mend, and show what is left; of standard input, write the mended
                          text to standard output, and what is left to standard error
  --fix-dry-run           show as a diff what --fix would do, and write nothing
  --stdin-filename NAME   the name under which standard input is reported
  --no-color              write without color
  -h, --help              show this help

Exit codes:
  0  no finding at or above --fail-on
  1  there are such findings, or more warnings than --max-warnings
  2  an argument is wrong
  3  a file could not be read or checked; the others were
`;

const importing = `Adds the assignments that a CSV file lists to a register.

Usage: ${program} import CSV --register FILE [options]

The columns are found by their names, in English, Polish or German, and by what stands in them. Who is in the register
already is left out. The rows are appended in the register's own style; nothing else in it changes, and the CSV file is
only read. A register that does not exist is made.

Options:
  --register FILE          the register
  --columns FIELD=COLUMN   where a field stands, by the column's name or number; several with commas between them.
                           Fields: ${importFields.slice(0, 7).join(', ')},
                           ${importFields.slice(7).join(', ')}
  --date-order ORDER       ${listed(dateOrders, 'or')}; needed where the list leaves open whether the day comes first
  --type TYPE              the license of rows that name none
  --purchase ID            the purchase of rows that name none
  --dry-run                show what would be written, and write nothing
  -h, --help               show this help

Exit codes:
  0  the rows were added, or shown
  2  an argument is wrong or missing
  3  a file could not be read or written
`;

const report = `Tells the license position of a register on a day: what is owned, assigned, free and short, by purchase and by
day, who holds what, and what the check finds.

Usage: ${program} report [PATH] [options]

PATH is a register, a folder with one, or - for standard input; without a PATH, the one in the current folder or
below. The report holds personal data. Nothing is sent anywhere.

Options:
  --format FORMAT         ${reportFormats.join(', ')} (default: as --output ends, else markdown)
  --as-of YYYY-MM-DD      the position on this day: purchases, assignments and servers that begin later are as if not
                          there (default: today)
  --output FILE           write to this file instead of standard output, which - stands for
  --force                 overwrite the file if it is there
  --table NAME            the table that CSV holds (default: people): ${tableNames.slice(0, 5).join(', ')},
                          ${tableNames.slice(5).join(', ')}
  --separator NAME        what stands between the cells of CSV: ${Object.keys(separators).join(', ')} (default: what Excel
                          takes on this system)
  --stdin-filename NAME   the name under which standard input is shown
  --no-color              accepted as everywhere; a report has no color
  -h, --help              show this help

Exit codes:
  0  the report is made, whatever it says
  2  an argument is wrong, the file of --output is there already, or it isn't clear which register is meant
  3  the register could not be read, or the report not be written
`;

const rules = `Lists all rules with their severities and what they are about.

Usage: ${program} rules [options]

Options:
  --no-color   write without color
  -h, --help   show this help
`;

const explain = `Shows what a rule checks, why, and how to mend what it finds.

Usage: ${program} explain RULE

Options:
  -h, --help   show this help
`;

const byCommand: Readonly<Record<CommandName, string>> = { check, import: importing, report, rules, explain };

/** The help for a command, or for the program. */
export function helpText(about: CommandName | undefined): string {
  return about ? byCommand[about] : general;
}
