import { Char, isDigit } from '../text/char';
import type { ScalarValue } from './node';

/** The value of a plain text by the core schema of YAML 1.2. */
export function plainValue(source: string): ScalarValue {
  const first = source.charCodeAt(0);
  // Most texts start with a letter that starts no word of the schema.
  if (first > Char.Nine) {
    return words.has(first) ? wordValue(source) : source;
  }
  if (first >= Char.Zero || first === Char.Dash || first === Char.Plus || first === Char.Dot) {
    return numberValue(source) ?? source;
  }
  return source === '' ? null : source;
}

const words = new Set([...'~nNtTfF'].map(first => first.charCodeAt(0)));

function wordValue(source: string): ScalarValue {
  switch (source) {
    case '~': case 'null': case 'Null': case 'NULL':
      return null;
    case 'true': case 'True': case 'TRUE':
      return true;
    case 'false': case 'False': case 'FALSE':
      return false;
    default:
      return source;
  }
}

function numberValue(source: string): number | undefined {
  const first = source.charCodeAt(0);
  const start = first === Char.Dash || first === Char.Plus ? 1 : 0;
  let at = digitsEnd(source, start);
  if (at === source.length) {
    return at > start ? parseInt(source, 10) : undefined;
  }
  let digits = at - start;
  const next = source.charCodeAt(at);
  if (first === Char.Zero && (next === Char.LowerO || next === Char.LowerX)) {
    return basedValue(source, next);
  }
  if (next === Char.Dot) {
    const fraction = at + 1;
    at = digitsEnd(source, fraction);
    digits += at - fraction;
    if (digits === 0) {
      return namedValue(source, start);
    }
  }
  // Without a digit it is no number, nor is it with anything but an exponent behind it.
  return digits > 0 && (at === source.length || isExponent(source, at)) ? parseFloat(source) : undefined;
}

function digitsEnd(source: string, start: number): number {
  let at = start;
  while (at < source.length && isDigit(source.charCodeAt(at))) {
    at++;
  }
  return at;
}

function isExponent(source: string, at: number): boolean {
  if ((source.charCodeAt(at) | 0x20) !== Char.LowerE) {
    return false;
  }
  const sign = source.charCodeAt(at + 1);
  const start = sign === Char.Dash || sign === Char.Plus ? at + 2 : at + 1;
  return start < source.length && digitsEnd(source, start) === source.length;
}

function basedValue(source: string, base: number): number | undefined {
  if (base === Char.LowerO) {
    return /^0o[0-7]+$/.test(source) ? parseInt(source.slice(2), 8) : undefined;
  }
  return /^0x[0-9a-fA-F]+$/.test(source) ? parseInt(source.slice(2), 16) : undefined;
}

/** Infinity and what is no number: words behind a dot. */
function namedValue(source: string, dot: number): number | undefined {
  switch (source.slice(dot)) {
    case '.inf': case '.Inf': case '.INF':
      return source.startsWith('-') ? -Infinity : Infinity;
    case '.nan': case '.NaN': case '.NAN':
      return dot === 0 ? NaN : undefined;
    default:
      return undefined;
  }
}
