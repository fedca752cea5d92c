import { runSuite } from '../run-suite';

/** What VS Code runs for the tests in Restricted Mode. */
export const run = () => runSuite(__dirname);
