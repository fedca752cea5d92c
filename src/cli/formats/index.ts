import { compact } from './compact';
import type { Format } from './format';
import { github } from './github';
import { json } from './json';
import { pretty } from './pretty';
import { sarif } from './sarif';

/** The formats of `check` by the name that `--format` takes. */
export const formats = { pretty, compact, json, sarif, github } as const satisfies Record<string, Format>;

export type FormatName = keyof typeof formats;

export const formatNames = Object.keys(formats) as readonly FormatName[];
