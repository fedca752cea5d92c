import { ExportNotes, type NotedMailbox } from './export-notes';
import { ExportedEntries, isExported, type BroughtExport, type ExportRequest, type KnownExport, type NamedExport } from './exports';
import type { Mailbox } from '../register/model';
import type { RegisterFile } from '../register/register-file';
import type { Noted } from '../rule';

/** An export of mailboxes that was read and that the register names. */
interface ComparedExport {
  readonly request: ExportRequest;
  readonly entries: ExportedEntries;
  readonly notes: ExportNotes;
}

const none: readonly never[] = [];

/** The exports of a register: what came of them, and what rules said of the mailboxes that they list. */
export class ComparedExports {
  /** What was brought last. */
  brought: readonly BroughtExport[] = none;
  private compared: readonly ComparedExport[] = none;
  private unplaced: Generator<Mailbox, void>[] = [];
  private readonly own = new Map<Mailbox, readonly Noted[]>();

  /** Whether mailboxes are known from an export. */
  get isKnown(): boolean {
    return this.compared.length > 0;
  }

  /** Begins with those exports that the files of the register name; their mailboxes are to be placed. */
  start(files: readonly RegisterFile[]): void {
    let count = 0;
    this.own.clear();
    this.compared = this.brought.flatMap(({ path, kind, file, mailboxes }) => {
      const request = { path, kind, file };
      if (!mailboxes || !files.some(each => each.path === path && each.head!.exports.some(named => names(named, request)))) {
        return none;
      }
      const entries = new ExportedEntries(mailboxes, count);
      count += mailboxes.length;
      return { request, entries, notes: new ExportNotes(entries) };
    });
    this.unplaced = this.compared.map(({ entries }) => entries.make());
  }

  /** The next mailbox that is to be placed, made now. */
  next(): Mailbox | undefined {
    for (;;) {
      const next = this.unplaced[0]?.next();
      if (!next?.done) {
        return next?.value;
      }
      this.unplaced.shift();
    }
  }

  /** The exports that could be read and that files of the register name. */
  known(files: readonly RegisterFile[]): readonly KnownExport[] {
    return files.flatMap(({ path, head }) => (head?.exports ?? none).flatMap(named => {
      const brought = this.broughtFor(path, named);
      return brought?.isRead ? { ...brought, taken: named.taken } : none;
    }));
  }

  /** What came of an export that a file names; undefined as long as it wasn't brought. */
  broughtFor(path: string, named: NamedExport): BroughtExport | undefined {
    return this.brought.find(each => each.path === path && names(named, each));
  }

  /** Sets what rules say of a mailbox on its own. */
  setOwn(mailbox: Mailbox, notes: readonly Noted[]): void {
    this.exchange(this.own.get(mailbox) ?? none, notes);
    if (notes.length > 0) {
      this.own.set(mailbox, notes);
    } else {
      this.own.delete(mailbox);
    }
  }

  /** Exchanges what rules said of a subject for what they say now. */
  exchange(former: readonly Noted[], notes: readonly Noted[]): void {
    for (const each of this.compared) {
      each.notes.exchange(former, notes);
    }
  }

  /** What rules say of a file's exports, each once. */
  notesOf({ path, head }: RegisterFile): readonly Noted[] {
    return this.compared.flatMap(({ request, notes }) => {
      const named = request.path === path && head!.exports.find(each => names(each, request));
      return named ? notes.combine(named.at) : none;
    });
  }

  /** All mailboxes of which a note on an export speaks; none for another note. */
  mailboxesOf(note: Noted): readonly NotedMailbox[] {
    return this.compared.map(({ notes }) => notes.mailboxesOf(note)).find(mailboxes => mailboxes !== undefined) ?? none;
  }

  /** Notes without the other places that are in no file of the register. */
  placed(notes: readonly Noted[]): readonly Noted[] {
    return this.isKnown ? notes.map(withoutExportedPlaces) : notes;
  }
}

function withoutExportedPlaces(note: Noted): Noted {
  return note.related?.some(({ at }) => isExported(at)) ? { ...note, related: note.related.filter(({ at }) => !isExported(at)) } : note;
}

function names({ kind, file }: NamedExport, request: ExportRequest): boolean {
  return kind === request.kind && file === request.file;
}
