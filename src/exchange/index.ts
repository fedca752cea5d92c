// What registers need of Exchange's side, as one import: VS Code loads it when something of it is asked for.
export { readExports } from './bring-exports';
export { subjectAt } from './command-subject';
export { compareWithExchange } from './comparison';
export { comparisonList, mailboxList } from './exchange-lists';
export { findHeader } from './import/guess-mapping';
export { mostBytes, readTable, tooLarge } from './read-table';
export { finish, finishInSlices } from './steps';
