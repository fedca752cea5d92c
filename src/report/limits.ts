import { formatDay } from '../core/calendar';
import { beginsAfter } from '../core/register/model';
import { counted } from '../core/text/sentence';
import type { Source } from './position';

/** What can't be known for the day of a position, a sentence each. */
export function limitsOf({ today, madeOn, sections, entries, exports }: Source): string[] {
  const limits: string[] = [];
  const [day, made] = [formatDay(today), formatDay(madeOn)];
  const say = (isSo: boolean, sentence: string) => {
    if (isSo) {
      limits.push(sentence);
    }
  };
  const isPast = today < madeOn;
  const undated = entries.mailbox.length + entries.device.length + entries.noCal.length;
  const sinceUnknown = entries.server.filter(({ installed, activated }) => !installed && !activated).length;
  say(isPast, `What begins after ${day} is left out. But the register was read as it stands on ${made}: what was corrected or deleted since ${day} shows as it is now, or not at all.`);
  say(isPast && exports.length > 0, 'Exports of Exchange show what was there on the day on which they were made.');
  say(isPast && undated > 0, 'Mailboxes, users of devices and accounts without a CAL have no dates in the register: they are taken as they are recorded now.');
  say(isPast && entries.server.length > 0, 'The version, edition and license of a server are those recorded now.');
  say(today > madeOn, `${day} lies ahead: what the register holds on ${made} is taken to go on.`);
  say(!sections.has('purchases'), 'No purchases are recorded, so nobody can tell what is owned, free or short.');
  say(sections.has('purchases') && !sections.has('servers') && entries.purchase.some(({ licenseType }) => licenseType?.kind === 'server'), 'No servers are recorded, so nobody can tell how many server licenses are in use.');
  say(sections.has('purchases') && !sections.has('assignments') && entries.assignment.length === 0, 'No assignments are recorded, so nobody can tell what is assigned, free or short.');
  say(sinceUnknown > 0, `${counted(sinceUnknown, 'server has', 'servers have').text} no day of installation or activation that can be read, and ${sinceUnknown === 1 ? 'counts' : 'count'} as in service from the start.`);
  say(entries.assignment.some(assignment => assignment.ended && assignment.ended.value > today && !beginsAfter(today, assignment)), `Ends of assignments after ${day} are shown as they are recorded by ${made}.`);
  limits.push('The report tells what the register says. Whether contracts, invoices and Exchange say the same, only a comparison shows.');
  return limits;
}
