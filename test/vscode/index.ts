import { runSuite } from './run-suite';

/** What VS Code runs for the tests in a trusted workspace. */
export const run = () => runSuite(__dirname);
