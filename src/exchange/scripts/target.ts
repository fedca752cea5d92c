import type { CmdletIndex } from './cmdlet-index';
import type { Script } from './script';

/** What of Exchange a script speaks to; `either` if all that it uses is both in Exchange Server and in Exchange Online. */
export type Target = 'none' | 'server' | 'either' | 'online';

const online = /ExchangeOnline|IPPSSession|EXOPSSession|outlook\.office365\.com|ps\.outlook\.com|\.protection\.outlook\.com|\b[A-Z][a-z]+-EXO[A-Z]/i;

const connection = /Microsoft\.Exchange\.Management|-ConfigurationName\s+['"]?Microsoft\.Exchange|RemoteExchange\.ps1|Connect-ExchangeServer/i;

/** Nouns that nobody but Exchange has. */
const telling = /mailbox|exchange|clientaccess|transport|virtualdirectory|receiveconnector|sendconnector|activesync|databaseavailabilitygroup|moverequest|owapolicy|retentionpolicy|outlookanywhere|accepteddomain|autodiscover/;

/** With so many of Exchange's names a script is taken to mean Exchange, even if each could be another's. */
const enoughNames = 3;

/** Tells from its text what a script speaks to; Exchange Online has cmdlets of the same names and other parameters. */
export function targetOf(text: string, script: Script, index: CmdletIndex): Target {
  if (online.test(text)) {
    return 'online';
  }
  if (connection.test(text)) {
    return 'server';
  }
  const names = new Set<string>();
  let isTelling = false;
  for (const { name } of script.commands) {
    const lower = name.toLowerCase();
    const cmdlet = script.definitions.has(lower) ? undefined : index.cmdlet(lower);
    if (cmdlet || lower === 'install-exchangecertificate') {
      isTelling ||= telling.test(lower);
      names.add(lower);
      if (cmdlet && telling.test(lower) && !index.isOnline(cmdlet.products)) {
        return 'server';
      }
    }
  }
  return isTelling || names.size >= enoughNames ? 'either' : 'none';
}
