/** How many are named. */
const most = 10;

/** `a, b`; of many the first ones, and how many more there are. */
export function listed(names: readonly string[]): string {
  return names.length > most ? `${names.slice(0, most).join(', ')} and ${names.length - most} more` : names.join(', ');
}
