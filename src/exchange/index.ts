// What registers need of Exchange's side, as one import: VS Code loads it when something of it is asked for.
export { readExports } from './exports/bring-exports';
export { subjectAt } from './shell/command-subject';
export { compareWithExchange } from './comparison/comparison';
export { comparisonList, mailboxList } from './comparison/exchange-lists';
export { findHeader } from './import/guess-mapping';
export { mostBytes, readTable, tooLarge } from './exports/read-table';
export { finish, finishInSlices } from './steps';
