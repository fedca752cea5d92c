/** A stretch of a script in UTF-16 offsets, the end excluded. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** `-Name`, with what follows its colon. */
export interface ParameterElement extends Stretch {
  readonly kind: 'parameter';
  /** Without the dash and the colon. */
  readonly name: string;
  /** Where the name ends. */
  readonly nameEnd: number;
  readonly value: ArgumentElement | undefined;
}

/** A value, or several with commas between them. */
export interface ArgumentElement extends Stretch {
  readonly kind: 'argument';
  /** What it is whatever happens; undefined when that only shows when the script runs. */
  readonly values: readonly ConstantValue[] | undefined;
}

/** A value that is the same whenever the script runs. */
export interface ConstantValue extends Stretch {
  readonly text: string;
  /** Its quotes lie between `start` and `end`. */
  readonly isQuoted: boolean;
}

/** `@parameters`, or `--%` and what follows it: arguments that can't be seen. */
export interface UnseenElement extends Stretch {
  readonly kind: 'unseen';
}

/** What stands behind the name of a command. */
export type CommandElement = ParameterElement | ArgumentElement | UnseenElement;

/** A command that a script calls by its name. */
export interface Command extends Stretch {
  readonly name: string;
  readonly nameEnd: number;
  readonly elements: readonly CommandElement[];
  /** Something is piped into it. */
  readonly hasInput: boolean;
  /** A condition around it asks for a version of Exchange, or whether a command is there. */
  readonly isGuarded: boolean;
}

/** What a script calls and defines. */
export interface Script {
  /** In the order of their names' places. */
  readonly commands: readonly Command[];
  /** The names of its functions and aliases, in lower case. */
  readonly definitions: ReadonlySet<string>;
  /** It brings in other scripts or modules (`. .\more.ps1`, `Import-Module`, `using module`): they may define anything. */
  readonly bringsIn: readonly string[];
  /** Where its last character is: among what runs, or within a comment or a string that goes on. */
  readonly endsIn: 'code' | 'text';
}
