import { normalize } from '../register/identifier';
import type { Purchase } from '../register/model';

/**
 * Purchases of one id that repeat an earlier one of the same type and day: written twice, they hold nothing.
 * @param lines in order
 */
export function repeatedLines(lines: readonly Purchase[]): { readonly line: Purchase; readonly first: Purchase }[] {
  const firsts = new Map<string, Purchase>();
  return lines.flatMap(line => {
    const type = line.licenseType?.name ?? (line.type && normalize(line.type.value));
    if (type === undefined || !line.date) {
      return [];
    }
    const key = `${line.date.value} ${type}`;
    const first = firsts.get(key);
    if (!first) {
      firsts.set(key, line);
    }
    return first ? [{ line, first }] : [];
  });
}
