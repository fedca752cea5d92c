import { CmdletIndex, type CmdletIndexFile } from '../../../src/exchange/scripts/cmdlet-index';
import { readText } from './examples';

/** The index that ships with the extension. */
export const cmdletIndex = new CmdletIndex(JSON.parse(readText('data/exchange-cmdlets.json')) as CmdletIndexFile);
