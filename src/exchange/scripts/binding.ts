import type { Cmdlet, CmdletIndex, Parameter } from './cmdlet-index';
import type { ArgumentElement, Command, ParameterElement } from './script';

/** A parameter of a command with what it was taken for. */
export interface BoundParameter {
  readonly element: ParameterElement;
  /** Undefined for a name that the cmdlet doesn't have. */
  readonly parameter: Parameter | 'common' | 'ambiguous' | undefined;
  /** What it is given; for an unknown name, what stands behind it. */
  readonly argument: ArgumentElement | undefined;
}

/** A command with its arguments given to its parameters, as PowerShell does it. */
export interface Binding {
  readonly named: readonly BoundParameter[];
  /** The arguments that go by their position. */
  readonly positional: readonly ArgumentElement[];
  /** There are arguments that can't be seen. */
  readonly hasUnseen: boolean;
}

/** Gives the arguments of a command to the parameters of its cmdlet. */
export function bind(index: CmdletIndex, cmdlet: Cmdlet, { elements }: Command): Binding {
  const named: BoundParameter[] = [];
  const positional: ArgumentElement[] = [];
  for (let at = 0; at < elements.length; at++) {
    const element = elements[at]!;
    if (element.kind === 'parameter') {
      const parameter = index.resolve(cmdlet, element.name);
      const isSwitch = typeof parameter === 'object' && parameter.isSwitch;
      const next = elements[at + 1];
      const takesNext = !element.value && !isSwitch && !isCommonSwitch(element, parameter) && next?.kind === 'argument';
      named.push({ element, parameter, argument: takesNext ? next : element.value });
      at += takesNext ? 1 : 0;
    } else if (element.kind === 'argument') {
      positional.push(element);
    }
  }
  return { named, positional, hasUnseen: elements.some(({ kind }) => kind === 'unseen') };
}

function isCommonSwitch({ name }: ParameterElement, parameter: BoundParameter['parameter']): boolean {
  return parameter === 'common' && /^(?:verbose|vb|debug|db|asjob)$/i.test(name);
}
