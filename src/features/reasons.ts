/** What each word for the `reason` of an end says. */
export const endReasons: Readonly<Record<string, string>> = {
  left: 'The person has left the organization.',
  'device-failed': 'The device has failed for good.',
  'temporary-over': 'A stand-in or a temporary worker has finished.',
  reassigned: 'The seat goes to somebody else.',
  replaced: 'Another license takes its place, such as one for a newer version.',
  'moved-to-cloud': 'The mailbox is in Exchange Online from now on.',
  'no-longer-needed': 'The person stays, but uses Exchange no more.',
  correction: 'The entry was a mistake: nobody was assigned a license.',
  other: 'Anything else: say more in a `note`.',
};

/** What each word for the `reason` of `noCal` says. */
export const noCalReasons: Readonly<Record<string, string>> = {
  service: 'A program uses the account; the people behind that program still need a CAL each.',
  'admin-account': 'It is the second account of somebody who has a CAL.',
  'on-leave': 'The person is away for long and does not use Exchange.',
  resource: 'It is a room or a piece of equipment.',
  cloud: 'It is licensed in Exchange Online.',
  other: 'Anything else, which you say in a note.',
};
