import { printable } from '../core/text/printable';
import type { Io } from './io';

const stackVariable = 'EXCHANGE_LICENSE_REGISTER_DEBUG';

/** Says that what `outcome` says is a fault of ours and what to do; the stack only for those who ask for it. */
export function faultSentence(outcome: string, error: unknown, env: Io['env']): string {
  const stack = error instanceof Error ? error.stack : undefined;
  const message = (error instanceof Error ? error.message : String(error)).replace(/\.$/, '');
  const sentence =
    `${outcome}, which is a fault of the program, not of yours: ${printable(message)}. ` +
    'Please report it, with the steps that lead there';
  return env[stackVariable]
    ? `${sentence}:\n${stack ?? message}`
    : `${sentence} and what ${stackVariable}=1 in the environment adds to this message.`;
}
