import type { CmdletIndex, ExchangeVersion } from './cmdlet-index';
import { describeAmbiguous, describeCmdlet, describeCommonParameter, describeOther, describeParameter } from './describe-cmdlet';
import type { Command, ParameterElement, Script, Stretch } from './script';

/** What is told of a place in a script. */
export interface ScriptHover extends Stretch {
  readonly markdown: string;
}

/**
 * What is told of the cmdlet or parameter of Exchange at an offset of a script, with where its name stands; undefined
 * where there is none, or the script defines the name itself.
 */
export function hoverInScript(script: Script, index: CmdletIndex, version: ExchangeVersion, offset: number): ScriptHover | undefined {
  const holds = ({ start }: Stretch, end: number) => start <= offset && offset <= end;
  // Commands stand within others; the innermost starts last.
  for (const command of script.commands.toReversed()) {
    if (!holds(command, command.end) || script.definitions.has(command.name.toLowerCase())) {
      continue;
    }
    if (holds(command, command.nameEnd)) {
      const markdown = tellOfCommand(index, version, command);
      return markdown === undefined ? undefined : { markdown, start: command.start, end: command.nameEnd };
    }
    const element = command.elements.find(each => each.kind === 'parameter' && holds(each, each.nameEnd));
    if (element?.kind === 'parameter') {
      const markdown = tellOfParameter(index, version, command, element);
      return markdown === undefined ? undefined : { markdown, start: element.start, end: element.nameEnd };
    }
  }
  return undefined;
}

function tellOfCommand(index: CmdletIndex, version: ExchangeVersion, { name }: Command): string | undefined {
  const cmdlet = index.cmdlet(name);
  if (cmdlet) {
    return describeCmdlet(index, cmdlet, version);
  }
  const other = index.otherCmdlet(name);
  return other && describeOther(index, other);
}

function tellOfParameter(index: CmdletIndex, version: ExchangeVersion, { name }: Command, { name: written }: ParameterElement): string | undefined {
  const cmdlet = index.cmdlet(name);
  const parameter = cmdlet && index.resolve(cmdlet, written);
  if (!cmdlet || parameter === undefined) {
    return undefined;
  }
  if (typeof parameter === 'object') {
    return describeParameter(index, cmdlet, parameter, version);
  }
  const { own, common } = index.candidates(cmdlet, written);
  return parameter === 'common' && common.length === 1 ? describeCommonParameter(common[0]!) : describeAmbiguous(written, [...own.map(each => each.name), ...common]);
}
