import type { Cmdlet, CmdletIndex, ExchangeVersion, Parameter } from './cmdlet-index';

/** The page of Microsoft's reference on a cmdlet: all names are below one address, in lower case. */
export function referenceOf(cmdlet: string, parameter?: string): string {
  const anchor = parameter === undefined ? '' : `#-${parameter.toLowerCase()}`;
  return `https://learn.microsoft.com/powershell/module/exchangepowershell/${cmdlet.toLowerCase()}${anchor}`;
}

const commonParametersPage = 'https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_commonparameters';

/** Tells of a cmdlet, in Markdown. */
export function describeCmdlet(index: CmdletIndex, cmdlet: Cmdlet, version: ExchangeVersion): string {
  const required = cmdlet.parameters.filter(({ required, products }) => required === 'always' && isIn(index, products, version));
  return paragraphs(
    `**${cmdlet.name}**`,
    missing(index, cmdlet.products, version),
    cmdlet.supersededBy && `Superseded: use \`${cmdlet.supersededBy}\`.`,
    cmdlet.preferred && `The reference prefers \`${cmdlet.preferred}\`.`,
    cmdlet.isDeprecated && 'Deprecated.',
    required.length > 0 && `Required: ${codes(required.map(({ name }) => `-${name}`))}`,
    `In ${listed(index, cmdlet.products)}`,
    link(cmdlet.name, referenceOf(cmdlet.name)),
  );
}

/** Tells of a cmdlet that Exchange Server 2016, 2019 and SE never had, in Markdown. */
export function describeOther(index: CmdletIndex, { name, products }: { readonly name: string; readonly products: number }): string {
  return paragraphs(`**${name}**`, `Only in ${listed(index, products)}`, link(name, referenceOf(name)));
}

/** Tells of a parameter, in Markdown. */
export function describeParameter(index: CmdletIndex, cmdlet: Cmdlet, parameter: Parameter, version: ExchangeVersion): string {
  const { name, type, isSwitch, required, position, aliases, values, isClosedList, sets } = parameter;
  const need = { always: 'required', sometimes: 'required in some parameter sets', never: 'optional' }[required];
  return paragraphs(
    `**-${name}** of ${cmdlet.name}`,
    missing(index, parameter.products, version),
    parameter.isReserved && 'Reserved for internal use at Microsoft.',
    parameter.isDeprecated && 'Deprecated.',
    `${isSwitch ? 'Switch' : type === undefined ? 'Value' : `\`${type}\``}, ${need}${position === undefined ? '' : `, at position ${position} without its name`}`,
    aliases.length > 0 && `Alias: ${codes(aliases.map(alias => `-${alias}`))}`,
    values.length > 0 && `${isClosedList ? 'Values' : 'Values, for instance'}: ${codes(values)}`,
    sets && `${sets.length === 1 ? 'Parameter set' : 'Parameter sets'}: ${codes(sets)}`,
    `In ${listed(index, parameter.products)}`,
    link(`${cmdlet.name} -${name}`, referenceOf(cmdlet.name, name)),
  );
}

/** Tells of a parameter that all cmdlets have, in Markdown. */
export function describeCommonParameter(name: string): string {
  return paragraphs(`**-${name}**`, 'A parameter of all cmdlets', link('about_CommonParameters', commonParametersPage));
}

/** Tells of the start of several parameters' names, in Markdown. */
export function describeAmbiguous(written: string, names: readonly string[]): string {
  return paragraphs(`**-${written}**`, `The start of ${codes(names.map(name => `-${name}`))}: PowerShell takes it if the cmdlet of this version has one of them only.`);
}

function missing(index: CmdletIndex, products: number, version: ExchangeVersion): string | undefined {
  return isIn(index, products, version) ? undefined : `**Not in Exchange ${version}**`;
}

function isIn(index: CmdletIndex, products: number, version: ExchangeVersion): boolean {
  return (products & index.bitOf(version)) !== 0;
}

/** `Exchange Server 2016, 2019, SE; Exchange Online` */
function listed(index: CmdletIndex, products: number): string {
  const names = index.productsOf(products);
  const versions = names.flatMap(name => /^Exchange (\d+|SE)$/.exec(name)?.[1] ?? []);
  const others = names.slice(versions.length).join(', ');
  return [versions.length > 0 ? `Exchange Server ${versions.join(', ')}` : '', others].filter(Boolean).join('; ');
}

function codes(words: readonly string[]): string {
  return words.map(word => `\`${word}\``).join(', ');
}

function link(text: string, address: string): string {
  return `[${text}](${address}) in Microsoft's reference`;
}

function paragraphs(...parts: readonly (string | false | undefined)[]): string {
  return parts.filter(Boolean).join('\n\n');
}
