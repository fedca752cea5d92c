import { finish, type Steps } from '../steps';
import { CommandReader } from './command-reader';
import type { Command, CommandElement, Script } from './script';
import { Char, endsCommand, isBlank, isClosing, isDash, isLetter, isOperator, isWordStart } from './script-characters';
import { deepest } from './value-reader';

/**
 * Reads a PowerShell script as far as its commands: which are called, with which parameters and arguments, wherever they
 * stand (in script blocks, subexpressions and expandable strings too). Takes any text; where the syntax is broken it goes
 * on with the next thing that it can tell.
 */
export function readScript(text: string): Script {
  return finish(readScriptInSteps(text));
}

/** So much of a script is read in one go where somebody waits for it, in characters: about 50 ms. */
export const longestRead = 1_000_000;

/** {@link readScript}, a statement at a time. */
export function readScriptInSteps(text: string): Steps<Script> {
  return new ScriptReader(text).read();
}

/** Words that open a statement of their own; what follows them is read as a statement again. */
const keywords = new Set([
  'begin', 'break', 'catch', 'class', 'clean', 'configuration', 'continue', 'data', 'do', 'dynamicparam', 'else', 'elseif', 'end',
  'enum', 'exit', 'filter', 'finally', 'for', 'foreach', 'from', 'function', 'hidden', 'if', 'in', 'inlinescript', 'param',
  'parallel', 'process', 'return', 'sequence', 'static', 'switch', 'throw', 'trap', 'try', 'until', 'using', 'var', 'while', 'workflow',
]);

/** Keywords behind which a name is defined. */
const definers = new Set(['function', 'filter', 'workflow', 'configuration', 'class', 'enum']);

/** Keywords behind which a block stands, some with a condition or a type before it. */
const blockOpeners = new Set([
  'begin', 'catch', 'clean', 'do', 'dynamicparam', 'else', 'elseif', 'end', 'finally', 'for', 'foreach', 'if', 'process', 'try', 'while',
]);

/** What a condition says that tells versions of Exchange apart: `$version -lt 15`, `$isE14`, `Get-Command Get-X`. */
const guard = /version|build|e1[45]|20(?:07|1[0369])|get-command|\bgcm\b/i;

/** Commands that bring in a module, and that define another name for a command. */
const moduleImporter = /^(?:import-module|ipmo)$/i;
const aliasDefiner = /^(?:(?:set|new)-alias|sal|nal)$/i;

/** Reads statements and the commands that they call. */
class ScriptReader extends CommandReader {
  private readonly commands: Command[] = [];
  private readonly definitions = new Set<string>();
  private readonly bringsIn: string[] = [];
  private isGuarded = false;
  /** Whether an `if` before an `else` or `elseif` that may follow is a guard. */
  private isGuardedChain = false;

  *read(): Steps<Script> {
    while (this.at < this.text.length) {
      yield* this.statements();
      // A closing bracket that nothing opened.
      this.at++;
    }
    this.commands.sort((a, b) => a.start - b.start);
    return { commands: this.commands, definitions: this.definitions, bringsIn: this.bringsIn, endsIn: this.endsIn ?? 'code' };
  }

  protected *statements(): Steps<void> {
    let hasInput = false;
    while (this.at < this.text.length) {
      this.skipBlanks();
      const code = this.code();
      if (code === Char.LineFeed || code === Char.CarriageReturn || code === Char.Semicolon) {
        this.at++;
        hasInput = false;
      } else if (code === Char.Pipe) {
        // `|` alone hands on, `||` doesn't.
        hasInput = this.code(1) !== Char.Pipe;
        this.at += hasInput ? 1 : 2;
        this.skipBlanksAndLines();
      } else if (this.isAtAnd()) {
        this.at += 2;
        hasInput = false;
      } else if (isClosing(code)) {
        return;
      } else {
        const start = this.at;
        yield* this.statement(hasInput);
        if (this.at === start) {
          this.at++;
        }
        yield;
      }
    }
  }

  private *statement(hasInput: boolean): Steps<void> {
    const code = this.code();
    if (code === Char.Ampersand) {
      this.invocation(hasInput);
    } else if (code === Char.Dot && isBlank(this.code(1))) {
      this.dotSourcing(hasInput);
    } else if (isWordStart(code)) {
      yield* this.wordStatement(hasInput);
    } else {
      this.expression();
    }
  }

  /** `. ./functions.ps1`: runs like `& …`, and keeps what that defines. */
  private dotSourcing(hasInput: boolean): void {
    const target = this.invocation(hasInput);
    if (!target.startsWith('{')) {
      this.bringsIn.push(target);
    }
  }

  /** `& …` and `. …`. @returns what it runs, as it is written */
  private invocation(hasInput: boolean): string {
    this.at++;
    this.skipBlanks();
    const start = this.at;
    const code = this.code();
    if (isWordStart(code) || code === Char.Dot) {
      const name = this.word();
      this.call(name, start, hasInput);
      return name;
    }
    const { values = [] } = this.argument() ?? {};
    const target = this.text.slice(start, this.at);
    const [value, ...others] = values;
    if (value && others.length === 0) {
      this.call(value.text, value.start, hasInput);
    } else {
      this.elements();
    }
    return target;
  }

  private *wordStatement(hasInput: boolean): Steps<void> {
    const start = this.at;
    const word = this.word();
    const keyword = word.toLowerCase();
    if (!keywords.has(keyword) || !this.isAtWordEnd()) {
      this.call(word, start, hasInput);
    } else if (definers.has(keyword)) {
      yield* this.definition();
    } else if (keyword === 'switch') {
      this.switch();
    } else if (keyword === 'using') {
      this.using();
    } else if (keyword === 'foreach' && hasInput) {
      this.call(word, start, hasInput);
    } else if (blockOpeners.has(keyword)) {
      yield* this.controlled(keyword);
    }
  }

  /** What stands behind `function` and the like: a name, and what it stands for. */
  private *definition(): Steps<void> {
    this.skipBlanksAndLines();
    const name = this.word();
    this.definitions.add(name.replace(/^(?:global|script|local|private):/i, '').toLowerCase());
    yield* this.block();
  }

  private using(): void {
    this.skipBlanks();
    const kind = this.word().toLowerCase();
    this.skipBlanks();
    const name = this.word();
    if (kind === 'module') {
      this.bringsIn.push(name);
    }
  }

  /** What stands behind a keyword that controls whether and when a block runs. */
  private *controlled(keyword: string): Steps<void> {
    const { isGuarded, isGuardedChain } = this;
    const start = this.at;
    this.beforeBlock();
    const isGuard = guard.test(this.text.slice(start, this.at));
    const isGuardedBlock = isGuardedIn(keyword, isGuard, isGuardedChain);
    this.isGuarded ||= isGuardedBlock;
    yield* this.block();
    this.isGuarded = isGuarded;
    this.isGuardedChain = isGuardedBlock;
  }

  /** A block in curly brackets, with what may stand before it. Its statements are steps; those of other brackets are not. */
  private *block(): Steps<void> {
    this.beforeBlock();
    if (this.code() === Char.OpenCurly && this.depth < deepest) {
      this.at++;
      this.depth++;
      yield* this.statements();
      this.depth--;
      this.close(Char.CloseCurly);
    }
  }

  /** `($condition)`, `($parameters)`, `[System.Exception]` */
  private beforeBlock(): void {
    this.skipBlanksAndLines();
    while (this.code() === Char.Open || this.code() === Char.OpenSquare) {
      this.expressionPart();
      this.skipBlanksAndLines();
    }
  }

  private switch(): void {
    const { isGuarded } = this;
    const start = this.at;
    if (this.skipToClauses()) {
      this.isGuarded ||= guard.test(this.text.slice(start, this.at));
      this.nested(Char.CloseCurly, () => this.clauses());
      this.isGuarded = isGuarded;
    }
  }

  /** `-Regex ($value)`. @returns whether clauses in curly brackets follow */
  private skipToClauses(): boolean {
    for (;;) {
      this.skipBlanksAndLines();
      const code = this.code();
      if (code === Char.OpenCurly) {
        return true;
      }
      if (isDash(code)) {
        this.at++;
        this.word();
      } else if (code === Char.Open) {
        this.expressionPart();
      } else if (this.at >= this.text.length || this.argument() === undefined) {
        return false;
      }
    }
  }

  /** A switch's clauses start with patterns, which call nothing. */
  private clauses(): void {
    for (let code = this.nextWithin(); code !== undefined; code = this.nextWithin()) {
      const start = this.at;
      if (code === Char.OpenCurly) {
        this.expressionPart();
      } else if (code === Char.Semicolon || this.argument() === undefined || this.at === start) {
        this.at++;
      }
    }
  }

  /** A command whose name was just read. */
  private call(name: string, start: number, hasInput: boolean): void {
    const nameEnd = this.at;
    const elements = this.elements();
    const [first] = elements;
    // A key of a hash table, or of an attribute: `Name = 'x'`.
    if (first?.kind === 'argument' && first.values?.[0]?.text.startsWith('=')) {
      return;
    }
    this.commands.push({ name, start, nameEnd, end: this.at, elements, hasInput, isGuarded: this.isGuarded });
    if (moduleImporter.test(name)) {
      this.bringsIn.push(firstValue(elements) ?? '');
    } else if (aliasDefiner.test(name)) {
      const alias = firstValue(elements);
      if (alias !== undefined) {
        this.definitions.add(alias.toLowerCase());
      }
    }
  }

  /** An expression that is a statement, up to its end; what it assigns is a statement again. */
  private expression(): void {
    for (;;) {
      this.skipBlanks();
      const code = this.code();
      if (Number.isNaN(code) || endsCommand(code) || code === Char.Ampersand) {
        return;
      }
      if (code === Char.Equals) {
        this.at++;
        this.skipBlanksAndLines();
        return;
      }
      if (this.skipRedirection()) {
        continue;
      }
      if (isWordStart(code)) {
        // `foreach ($mailbox in Get-Mailbox)`
        if (this.word().toLowerCase() === 'in' && this.isAtWordEnd()) {
          this.skipBlanks();
          return;
        }
      } else if (!this.skipOperator()) {
        const start = this.at;
        this.expressionPart();
        this.at = Math.max(this.at, start + 1);
      }
    }
  }

  /** Goes behind an operator, if one is here, and the lines over which its right side may stand. */
  private skipOperator(): boolean {
    const code = this.code();
    const next = this.code(1);
    if (isDash(code) && isLetter(next)) {
      this.at++;
      this.skipName();
      this.skipBlanksAndLines();
      return true;
    }
    if ((code === Char.Plus || isDash(code)) && next === code) {
      this.at += 2;
      return true;
    }
    if (!isOperator(code)) {
      return false;
    }
    this.at++;
    if (next !== Char.Equals) {
      this.skipBlanksAndLines();
    }
    return true;
  }
}

/** Whether a block runs in some versions only, by its own condition or by those before it in a chain of `if`, `elseif` and `else`. */
function isGuardedIn(keyword: string, isGuard: boolean, isGuardedChain: boolean): boolean {
  switch (keyword) {
    case 'if': return isGuard;
    case 'elseif': return isGuardedChain || isGuard;
    case 'else': return isGuardedChain;
    default: return false;
  }
}

function firstValue(elements: readonly CommandElement[]): string | undefined {
  return elements.find(element => element.kind === 'argument')?.values?.[0]?.text;
}
