import type { ExportKind } from '../../core/exports/exports';

/** What a command does: only reads, changes something, takes something away, or is the guide's and does not work. */
export type CommandKind = 'read' | 'change' | 'destructive' | 'guide';

/**
 * What of a register can stand at a stop of a command: `person` is what finds a mailbox, the address or else the login;
 * `licenseName` is as Exchange calls a license.
 */
export type Fill = 'server' | 'person' | 'person.name' | 'person.login' | 'assignment.purchase' | 'assignment.assigned' | 'licenseName' | `exports.${ExportKind}`;

/** A command of the Exchange Management Shell, as data/commands.json has it. */
export interface ShellCommand {
  /** Also the prefix of its snippet. */
  readonly id: string;
  readonly step: string;
  readonly kind: CommandKind;
  readonly title: string;
  readonly description: string;
  /** The lines of its snippet. */
  readonly body: readonly string[];
  readonly prints: string;
  readonly note?: string;
  readonly sources: readonly string[];
  /** What of a register belongs to a stop, by the stop's number. */
  readonly fills?: Readonly<Record<string, Fill>>;
  /** What only the administrator can say, in words, by the stop's number: what stands there is an example. */
  readonly asks?: Readonly<Record<string, string>>;
}

/** The content of data/commands.json. */
export interface ShellCommands {
  /** The steps of the guide, in its order. */
  readonly steps: readonly { readonly id: string; readonly title: string }[];
  readonly sources: Readonly<Record<string, { readonly title: string; readonly place: string; readonly read: string }>>;
  readonly commands: readonly ShellCommand[];
}

/** The word for a kind in lists. */
export const kindWords: Readonly<Record<CommandKind, string>> = {
  read: 'only reads',
  change: 'changes',
  destructive: 'takes away',
  guide: "doesn't work",
};

const leads: Readonly<Record<CommandKind, string>> = {
  read: 'Only reads',
  change: 'Changes something',
  destructive: 'Takes something away',
  guide: "The activation guide's command, word for word. It does not work",
};

/** What a command does, what it prints and what to mind, its kind first. */
export function describe({ kind, description, prints, note }: ShellCommand): string {
  const does = kind === 'guide' ? description : description[0]!.toLowerCase() + description.slice(1);
  return [`${leads[kind]}: ${does}`, ...(kind === 'guide' ? [] : [`Result: ${prints}`]), ...(note ? [note] : [])].join(' ');
}
