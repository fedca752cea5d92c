import type { Day } from '../core/calendar';
import type { RegisterContents } from '../core/contents';
import type { EntryKind } from '../core/register/fields';
import type { Person } from '../core/subjects/holder';
import { normalize } from '../core/register/identifier';
import type { Entry } from '../core/register/model';
import { isPersonEntry } from '../core/subjects/persons';
import type { Place } from '../core/document/segment';
import { withinQuotes } from './mentions';
import { detailOf, nameOf } from './outline';
import { recordOf } from './person-record';

/** Something that a register records, to be found by its name. */
export interface RegisterSymbol {
  readonly name: string;
  /** What else it may be found by: the address or login of a person, the type of a license. */
  readonly detail: string;
  readonly kind: EntryKind;
  readonly at: Place;
}

/**
 * The purchases, servers, devices and people of a register that a query may mean, each once. Those come first in
 * which its words stand as they are; in the others their letters only follow each other.
 * @param most how many are given
 */
export function registerSymbols(query: string, { entries, subjects: { persons }, today }: RegisterContents, most: number): readonly RegisterSymbol[] {
  const search = new Search(query, today);
  const found: { readonly exact: RegisterSymbol[]; readonly loose: RegisterSymbol[] } = { exact: [], loose: [] };
  const told = new Set<Person | string>();
  for (const entry of [...entries.purchase, ...entries.server, ...entries.device, ...entries.assignment, ...entries.mailbox, ...entries.noCal]) {
    const device = entry.entryKind === 'assignment' ? entry.device?.value : entry.entryKind === 'device' ? entry.name?.value : undefined;
    const person = isPersonEntry(entry) && device === undefined ? persons.of(entry) : undefined;
    const subject = person ?? (device === undefined ? `${entry.entryKind} ${normalize(nameOf(entry))}` : `device ${normalize(device)}`);
    const how = told.has(subject) ? undefined : search.finds(entry);
    if (!how) {
      continue;
    }
    told.add(subject);
    // A name of former times is found where it stands.
    const record = person && recordOf(person, today);
    found[how].push(symbolOf(record && search.finds(record) ? record : entry, today));
    if (found.exact.length === most) {
      break;
    }
  }
  return [...found.exact, ...found.loose].slice(0, most);
}

/** The words of a query, in whatever order. */
class Search {
  private readonly words: readonly string[];

  constructor(query: string, private readonly today: Day) {
    this.words = query.toLowerCase().split(/\s+/);
  }

  finds(entry: Entry): 'exact' | 'loose' | undefined {
    const text = `${nameOf(entry)} ${symbolDetail(entry, this.today)}`.toLowerCase();
    if (this.words.every(word => text.includes(word))) {
      return 'exact';
    }
    return this.words.every(word => hasInOrder(text, word)) ? 'loose' : undefined;
  }
}

function hasInOrder(text: string, letters: string): boolean {
  let at = 0;
  for (const letter of letters) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) {
      return false;
    }
  }
  return true;
}

function symbolOf(entry: Entry, today: Day): RegisterSymbol {
  return { name: nameOf(entry), detail: symbolDetail(entry, today), kind: entry.entryKind, at: withinQuotes(entry.face) };
}

function symbolDetail(entry: Entry, today: Day): string {
  switch (entry.entryKind) {
    case 'assignment': return (entry.name && (entry.email ?? entry.login ?? entry.device))?.value ?? '';
    case 'mailbox': return (entry.email && entry.login)?.value ?? '';
    default: return detailOf(entry, today);
  }
}
