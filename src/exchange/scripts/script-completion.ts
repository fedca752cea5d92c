import { bind } from './binding';
import type { Cmdlet, CmdletIndex, ExchangeVersion, Parameter } from './cmdlet-index';
import { readScript } from './read-script';
import type { Command, Script, Stretch } from './script';
import { targetOf } from './target';

/** Something that may be written at a place of a script. */
export interface ScriptSuggestion {
  readonly kind: 'cmdlet' | 'parameter' | 'value';
  /** What is written; parameters with their dash. */
  readonly text: string;
  /** The cmdlet that it is, or whose parameter or value it is. */
  readonly cmdlet: Cmdlet;
  /** The parameter that it is, or whose value it is; undefined for those that all cmdlets have. */
  readonly parameter: Parameter | undefined;
  readonly isDeprecated: boolean;
  /** What is likelier comes first. */
  readonly rank: number;
}

/** What may be written in place of a stretch of a script. */
export interface ScriptSuggestions extends Stretch {
  readonly suggestions: readonly ScriptSuggestion[];
}

/**
 * What of Exchange can be written at an offset of a script, and the stretch that it replaces: cmdlets whose names start
 * as is written there, parameters of the cmdlet that it still lacks, values of a parameter whose list is known. Nothing in
 * comments and strings. Reads the script up to there, so that it takes time as what stands before it is long.
 */
export function completeScript(text: string, offset: number, index: CmdletIndex, version: ExchangeVersion): ScriptSuggestions | undefined {
  const before = text.slice(0, offset);
  const script = readScript(before);
  if (script.endsIn === 'text') {
    return undefined;
  }
  const command = script.commands.findLast(({ end }) => end === offset);
  const online = targetOf(before, script, index) === 'online';
  const isThere = ({ products }: { readonly products: number }) => (online ? index.isOnline(products) : (products & index.bitOf(version)) !== 0);
  const found = command && command.nameEnd < offset
    ? completeArguments(text, offset, script, command, index, isThere)
    : completeName(before, command, index, isThere);
  const rest = found && /^[\w-]*/.exec(text.slice(offset, offset + 100))![0].length;
  return found && { ...found, end: offset + rest! };
}

type IsThere = (thing: { readonly products: number }) => boolean;
type Found = Omit<ScriptSuggestions, 'end'> | undefined;

function completeName(before: string, command: Command | undefined, index: CmdletIndex, isThere: IsThere): Found {
  const start = command?.start ?? before.length;
  const written = before.slice(start).toLowerCase();
  if (command ? !/^[a-z]+(?:-\w*)?$/.test(written) : !/(?:^|[\n;{(|=&])\s*$/.test(before.slice(-200))) {
    return undefined;
  }
  const suggestions = index.names().filter(name => name.toLowerCase().startsWith(written)).map(name => index.cmdlet(name)!).filter(isThere).map((cmdlet): ScriptSuggestion => ({
    kind: 'cmdlet',
    text: cmdlet.name,
    cmdlet,
    parameter: undefined,
    isDeprecated: cmdlet.supersededBy !== undefined || cmdlet.isDeprecated,
    rank: 0,
  }));
  return { start, suggestions };
}

function completeArguments(text: string, offset: number, script: Script, command: Command, index: CmdletIndex, isThere: IsThere): Found {
  const cmdlet = script.definitions.has(command.name.toLowerCase()) ? undefined : index.cmdlet(command.name);
  const last = command.elements.at(-1);
  if (!cmdlet || !last) {
    return undefined;
  }
  const isDashAlone = last.end === offset && /^[-\u2013-\u2015]$/.test(text.slice(last.start, offset));
  if (isDashAlone || (last.kind === 'parameter' && last.nameEnd === offset)) {
    return { start: last.start, suggestions: parametersLeft(text, offset, cmdlet, { ...command, elements: command.elements.slice(0, -1) }, index, isThere) };
  }
  const { named } = bind(index, cmdlet, command);
  const bound = named.at(-1);
  const parameter = bound?.parameter;
  if (typeof parameter !== 'object' || (bound!.argument ?? bound!.element).end !== last.end) {
    return undefined;
  }
  const colon = text[bound!.element.nameEnd] === ':';
  if (last.end < offset && (bound!.argument || colon || parameter.isSwitch)) {
    return undefined;
  }
  const valueStart = bound!.argument?.start ?? offset;
  const written = text.slice(valueStart, offset);
  const start = valueStart + /(?:.*,\s*)?/s.exec(written)![0].length;
  return /^\$?\w*$/.test(text.slice(start, offset)) ? { start, suggestions: valuesOf(cmdlet, parameter, colon) } : undefined;
}

/** The parameters that a command hasn't yet, before or behind the offset. */
function parametersLeft(text: string, offset: number, cmdlet: Cmdlet, command: Command, index: CmdletIndex, isThere: IsThere): ScriptSuggestion[] {
  const [behind] = readScript(`x ${text.slice(offset, offset + 1000).replace(/^[\w-]*/, '')}`).commands;
  const { named } = bind(index, cmdlet, { ...command, elements: [...command.elements, ...(behind?.elements ?? [])] });
  const given = new Set(named.flatMap<unknown>(({ element, parameter }) => (parameter === 'common' ? index.candidates(cmdlet, element.name).common : [parameter])));
  const own = cmdlet.parameters.filter(parameter => isThere(parameter) && !parameter.isReserved && !given.has(parameter));
  return [
    ...own.map((parameter): ScriptSuggestion => ({ kind: 'parameter', text: `-${parameter.name}`, cmdlet, parameter, isDeprecated: parameter.isDeprecated, rank: { always: 0, sometimes: 1, never: 1 }[parameter.required] })),
    ...index.commonParameters().filter(name => !given.has(name)).map((name): ScriptSuggestion => ({ kind: 'parameter', text: `-${name}`, cmdlet, parameter: undefined, isDeprecated: false, rank: 2 })),
  ];
}

function valuesOf(cmdlet: Cmdlet, parameter: Parameter, isBehindColon: boolean): ScriptSuggestion[] {
  const isBoolean = parameter.type === 'Boolean' || (parameter.isSwitch && isBehindColon);
  const listed = parameter.isClosedList ? parameter.values : [];
  const values = isBoolean ? ['$true', '$false'] : listed;
  return values.map((text, rank) => ({ kind: 'value', text, cmdlet, parameter, isDeprecated: false, rank }));
}
