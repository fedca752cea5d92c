import { styleText } from 'node:util';

import type { Severity } from '../core/findings/finding';
import type { Io } from './io';

export type Style = Parameters<typeof styleText>[0];

/** Gives a text its color, or leaves it alone. */
export type Paint = (style: Style, text: string) => string;

/** The style of each severity's name. */
export const severityStyle: Readonly<Record<Severity, Style>> = {
  error: 'red',
  warning: 'yellow',
  info: 'blue',
  hint: 'gray',
};

/** The paint that suits where standard output goes; `noColor` and NO_COLOR win over FORCE_COLOR. */
export function paintFor(io: Pick<Io, 'env' | 'isTTY'>, noColor: boolean): Paint {
  if (!wantsColor(io, noColor)) {
    return (_style, text) => text;
  }
  // The decision is made: later versions of Node would ask the process's own streams again.
  return (style, text) => styleText(style, text, { validateStream: false });
}

function wantsColor({ env, isTTY }: Pick<Io, 'env' | 'isTTY'>, noColor: boolean): boolean {
  if (noColor || env.NO_COLOR) {
    return false;
  }
  const forced = env.FORCE_COLOR;
  if (forced !== undefined) {
    return forced !== '0' && forced !== 'false';
  }
  return isTTY && env.TERM !== 'dumb';
}
