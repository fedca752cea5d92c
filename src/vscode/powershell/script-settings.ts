import type { Day } from '../../core/calendar';
import { exchangeVersions } from '../../exchange/scripts/cmdlet-index';
import type { ScriptCheckOptions } from '../../exchange/scripts/check-script';
import { oneOf, type Read, type Warn } from '../settings';

/** How a script is checked; `off` for one that is left alone. */
export type ScriptSettings = ScriptCheckOptions | 'off';

/** Reads how a script is to be checked. */
export function readScriptSettings(read: Read, today: Day, warn: Warn): ScriptSettings {
  const scope = oneOf('powershell.check', read('powershell.check'), ['auto', 'on', 'off'], warn);
  const version = oneOf('exchangeVersion', read('exchangeVersion'), exchangeVersions, warn);
  return scope === 'off' ? 'off' : { scope, version, today };
}
