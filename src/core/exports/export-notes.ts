import type { ExportedEntries } from './exports';
import { severities, type Severity } from '../findings/finding';
import type { Noted } from '../rule';
import { counted, quote, say, type Sentence } from '../text/sentence';
import type { Place } from '../document/segment';

/** So many names are enough to know whom it is about. */
const mostNames = 3;

/** A mailbox of an export with what a rule says of it. */
export interface NotedMailbox {
  readonly name: string;
  /** Its address, or else its login. */
  readonly account: string | undefined;
  readonly message: string;
}

/**
 * What rules said of mailboxes of an export. They have no line of their own, so that all that a rule said of them
 * becomes one note where the register names the export.
 */
export class ExportNotes {
  private readonly byRule = new Map<string, Set<Noted>>();
  private combined: readonly Noted[] = [];
  private isStale = true;

  constructor(private readonly entries: ExportedEntries) {}

  /** Exchanges what rules said of a subject or mailbox for what they say now. */
  exchange(former: readonly Noted[], notes: readonly Noted[]): void {
    for (const note of former.filter(({ at }) => this.entries.has(at))) {
      this.byRule.get(note.rule)?.delete(note);
      this.isStale = true;
    }
    for (const note of notes.filter(({ at }) => this.entries.has(at))) {
      const ofRule = this.byRule.get(note.rule);
      if (ofRule) {
        ofRule.add(note);
      } else {
        this.byRule.set(note.rule, new Set([note]));
      }
      this.isStale = true;
    }
  }

  /** One note for each rule that said something; the same objects as before where they would say the same. */
  combine(at: Place): readonly Noted[] {
    if (this.isStale || this.combined[0]?.at !== at) {
      this.isStale = false;
      const former = new Map(this.combined.map(note => [note.rule, note]));
      this.combined = [...this.byRule].filter(([, notes]) => notes.size > 0).map(([rule, notes]) => {
        const note = this.combineOf(rule, notes, at);
        const before = former.get(rule);
        return before?.at === at && before.message.text === note.message.text && before.severity === note.severity ? before : note;
      });
    }
    return this.combined;
  }

  /** All mailboxes of which one of these notes speaks, in the order of the export; undefined for a note of another kind. */
  mailboxesOf(note: Noted): readonly NotedMailbox[] | undefined {
    const notes = this.combined.includes(note) ? this.byRule.get(note.rule) : undefined;
    return notes && onePerMailbox(notes).map(({ at, message }) => ({ name: this.entries.nameAt(at), account: this.entries.accountAt(at), message: message.text }));
  }

  private combineOf(rule: string, notes: ReadonlySet<Noted>, at: Place): Noted {
    const { first, others, count, severity } = summaryOf(notes);
    const message = say`${quote(this.entries.nameAt(first.at))}: ${first.message}`;
    return { rule, at, severity, message: withOthers(message, others.map(note => quote(this.entries.nameAt(note.at))), count - 1) };
  }
}

/** What is told of notes on any number of mailboxes, without sorting them all: at one go, the editor waits. */
function summaryOf(notes: ReadonlySet<Noted>): { readonly first: Noted; readonly others: readonly Noted[]; readonly count: number; readonly severity: Severity } {
  const told = new Set<number>();
  const named: Noted[] = [];
  let rank: number = severities.length;
  for (const note of notes) {
    const { start } = note.at;
    rank = Math.min(rank, severities.indexOf(note.severity));
    if (told.has(start)) {
      continue;
    }
    told.add(start);
    if (named.length <= mostNames || start < named.at(-1)!.at.start) {
      named.push(note);
      named.sort(byStart).splice(mostNames + 1);
    }
  }
  const [first, ...others] = named;
  return { first: first!, others, count: told.size, severity: severities[rank]! };
}

function byStart(a: Noted, b: Noted): number {
  return a.at.start - b.at.start;
}

/** One note a mailbox: several delegates of one are told by the first. */
function onePerMailbox(notes: Iterable<Noted>): Noted[] {
  const byPlace = new Map<number, Noted>();
  for (const note of notes) {
    if (!byPlace.has(note.at.start)) {
      byPlace.set(note.at.start, note);
    }
  }
  return [...byPlace.values()].sort(byStart);
}

/** A sentence about one mailbox, followed by the names of others of which it holds too. */
function withOthers(message: Sentence, names: readonly string[], count: number): Sentence {
  if (count === 0) {
    return message;
  }
  const left = count - names.length;
  const shown = left > 0 ? say`${names.join(', ')} and ${left} more` : say`${names.join(', ')}`;
  return say`${message} It is the same with ${counted(count, 'more mailbox', 'more mailboxes')} of this export: ${shown}.`;
}
