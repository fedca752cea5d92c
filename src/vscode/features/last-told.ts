import { EventEmitter, workspace, type Disposable, type TextDocument } from 'vscode';
import { mainPath } from '../../core/register/inclusion';
import type { FilePosition } from '../../core/document/range-of';
import { editedPosition } from './edited-position';
import type { Log } from '../log';
import { readerFor } from '../read-settings';
import type { Check } from '../session';
import type { Sessions } from '../sessions';
import { section, type Read, type Warn } from '../settings';

/** What is told at a position of a register. */
export interface Told {
  readonly at: FilePosition;
}

/** How one thing is told of registers. */
export interface Telling<Item extends Told> {
  /** The setting that turns it off. */
  readonly isWanted: (read: Read, warn: Warn) => boolean;
  /** Gives what is to be told of all files of a register. */
  readonly load: () => Promise<(check: Check) => readonly Item[]>;
}

/** What was told of a register when it had been checked last. */
interface LastTold<Item> {
  /** How often the register had been checked. */
  readonly checks: number;
  /** By the paths of its files. */
  readonly byPath: Map<string, readonly Item[]>;
}

/**
 * What is told beside the text of registers, and stays as it is from one check to the next: meanwhile it moves along with
 * what is typed, so that nothing flickers or jumps.
 */
export class TellingBeside<Item extends Told> implements Disposable {
  private readonly sessions: Sessions;
  private readonly log: Log;
  private readonly telling: Telling<Item>;
  private tell: ((check: Check) => readonly Item[]) | undefined;
  private readonly checks = new WeakMap<TextDocument, number>();
  private readonly told = new WeakMap<TextDocument, LastTold<Item>>();
  private readonly change = new EventEmitter<void>();
  /** What is told may be something else from now on. */
  readonly onDidChange = this.change.event;
  private readonly subscriptions: readonly Disposable[];

  constructor(sessions: Sessions, log: Log, telling: Telling<Item>) {
    this.sessions = sessions;
    this.log = log;
    this.telling = telling;
    this.subscriptions = [
      this.change,
      sessions.onDidCheck(register => {
        this.checks.set(register, this.checksOf(register) + 1);
        // At once, for what is asked later may be of text that nobody has checked.
        if (this.tell && this.told.has(register)) {
          this.tellAnew(register, this.tell);
        }
        this.change.fire();
      }),
      sessions.onDidChangeRegisters(() => this.change.fire()),
      workspace.onDidChangeConfiguration(event => {
        if (event.affectsConfiguration(section)) {
          this.change.fire();
        }
      }),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        const register = sessions.registerOf(document);
        const byPath = register && this.told.get(register)?.byPath;
        const path = pathIn(register, document);
        const items = byPath?.get(path);
        if (items) {
          const edits = contentChanges.map(({ range, text }) => ({ range, newText: text }));
          byPath!.set(path, items.flatMap(item => {
            const at = editedPosition(item.at, edits);
            return at ? { ...item, at: { ...at, path } } : [];
          }));
        }
      }),
    ];
  }

  /** What is told of a document; nothing of one that is no register, nor included by one. */
  async of(document: TextDocument): Promise<readonly Item[]> {
    const register = this.sessions.registerOf(document);
    if (!register) {
      return [];
    }
    if (!this.telling.isWanted(readerFor(document), sentence => this.log.warn(sentence))) {
      this.told.delete(register);
      return [];
    }
    this.tell ??= await this.telling.load();
    const told = this.tellAnew(register, this.tell);
    return told?.byPath.get(pathIn(register, document)) ?? [];
  }

  dispose(): void {
    for (const subscription of this.subscriptions) {
      subscription.dispose();
    }
  }

  private tellAnew(register: TextDocument, tell: (check: Check) => readonly Item[]): LastTold<Item> | undefined {
    const checks = this.checksOf(register);
    const known = this.told.get(register);
    if (known?.checks === checks) {
      return known;
    }
    const check = this.sessions.checkOf(register.uri);
    if (!check) {
      return known;
    }
    const items = tell(check);
    const told = { checks, byPath: new Map(check.paths().map(path => [path, items.filter(({ at }) => at.path === path)])) };
    this.told.set(register, told);
    return told;
  }

  private checksOf(register: TextDocument): number {
    return this.checks.get(register) ?? 0;
  }
}

function pathIn(register: TextDocument | undefined, document: TextDocument): string {
  return document === register ? mainPath : document.uri.toString();
}
