import { bind, type BoundParameter } from '../../src/exchange/scripts/binding';
import type { Cmdlet, CmdletIndex, ExchangeVersion, Parameter } from '../../src/exchange/scripts/cmdlet-index';
import { readScript } from '../../src/exchange/scripts/read-script';
import type { Command } from '../../src/exchange/scripts/script';

/** What snippets use of Windows PowerShell, which the index of Exchange's cmdlets doesn't hold. */
const windowsPowerShell = new Set([
  'Export-Csv', 'ForEach-Object', 'Format-List', 'Format-Table', 'Get-Credential', 'Get-Date', 'Get-Service', 'Group-Object',
  'Import-PSSession', 'Measure-Object', 'New-PSSession', 'Read-Host', 'Remove-PSSession', 'Restart-Service', 'Select-Object',
  'Sort-Object', 'Where-Object',
]);

/** The reference calls it required, and leaves it out in its own examples: `Get-ManagementRole -Cmdlet Get-Mailbox`. */
const leftOutInExamples = 'Get-ManagementRole -Identity';

/** Why a text can't run in the Exchange Management Shell of a version, one sentence each; lines that are commented out count as well. */
export function faultsOf(text: string, index: CmdletIndex, version: ExchangeVersion): string[] {
  const { commands } = readScript(text.replaceAll(/^# (?=[A-Z][a-z]+-[A-Z])/gm, ''));
  return commands.filter(({ name }) => !windowsPowerShell.has(name)).flatMap(command => faultsOfCommand(command, index, version));
}

function faultsOfCommand(command: Command, index: CmdletIndex, version: ExchangeVersion): string[] {
  const cmdlet = index.cmdlet(command.name);
  if (!cmdlet) {
    return [`There is no ${command.name}.`];
  }
  const bit = index.bitOf(version);
  const { named, positional } = bind(index, cmdlet, command);
  const known = named.map(({ parameter }) => parameter).filter(parameter => typeof parameter === 'object');
  return [
    ...((cmdlet.products & bit) === 0 ? [`${version} has no ${cmdlet.name}.`] : []),
    ...(cmdlet.supersededBy ? [`${cmdlet.name} is superseded.`] : []),
    ...named.flatMap(bound => faultsOfParameter(cmdlet, bound, command, version, bit)),
    ...faultsOfSets(cmdlet, known, parameter => (parameter.products & bit) !== 0 && !command.hasInput && (parameter.position === undefined || positional.length === 0)),
  ];
}

function faultsOfParameter(cmdlet: Cmdlet, { element, parameter, argument }: BoundParameter, { elements }: Command, version: ExchangeVersion, bit: number): string[] {
  if (parameter === 'common') {
    return [];
  }
  if (typeof parameter !== 'object') {
    return [`${cmdlet.name} has no -${element.name}.`];
  }
  const next = elements[elements.indexOf(element) + 1];
  const values = argument?.values?.flatMap(({ text }) => text.split(/\s*,\s*/)) ?? [];
  return [
    ...((parameter.products & bit) === 0 ? [`${version} has no -${parameter.name} of ${cmdlet.name}.`] : []),
    ...(parameter.name === element.name ? [] : [`-${element.name} is short for -${parameter.name}.`]),
    ...(parameter.isSwitch && (argument ?? (next?.kind === 'argument' ? next : undefined)) ? [`-${parameter.name} is a switch.`] : []),
    ...(parameter.isSwitch || argument ? [] : [`-${parameter.name} has no value.`]),
    ...(parameter.isClosedList ? values.filter(value => !parameter.values.includes(value)).map(value => `-${parameter.name} doesn't take ${value}.`) : []),
  ];
}

/**
 * Whether one parameter set has all the parameters that are given and lacks none.
 * @param needed whether a parameter that isn't given must be, where its set requires it
 */
function faultsOfSets(cmdlet: Cmdlet, given: readonly Parameter[], needed: (parameter: Parameter) => boolean): string[] {
  // A set without parameters of its own is nowhere named.
  const sets = [undefined, ...new Set(cmdlet.parameters.flatMap(({ sets: named }) => named ?? []))];
  const has = (set: string | undefined, { sets: named }: Parameter) => named === undefined || (set !== undefined && named.includes(set));
  const fitting = sets.filter(set => given.every(parameter => has(set, parameter)));
  if (fitting.length === 0) {
    return [`No parameter set of ${cmdlet.name} has ${given.map(({ name }) => `-${name}`).join(', ')}.`];
  }
  const lacking = fitting.map(set => cmdlet.parameters.filter(parameter => parameter.required === 'always' && has(set, parameter) && !given.includes(parameter) && needed(parameter) && `${cmdlet.name} -${parameter.name}` !== leftOutInExamples));
  const [fewest] = lacking.sort((a, b) => a.length - b.length);
  return fewest!.map(({ name }) => `${cmdlet.name} needs -${name}.`);
}
