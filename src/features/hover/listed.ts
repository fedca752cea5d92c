import { take } from '../../core/collections/take';

/** How many are named. */
const most = 10;

/** `a, b`; of many the first ones, and how many more there are. @param count of all; further names aren't asked for */
export function listed(names: Iterable<string>, count: number): string {
  const first = [...take(names, most)];
  return count > first.length ? `${first.join(', ')} and ${count - first.length} more` : first.join(', ');
}
