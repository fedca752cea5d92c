import { runSuite } from '../run-suite';

/** What VS Code runs for the tests beside another extension for YAML. */
export const run = () => runSuite(__dirname);
