import type { Severity } from '../finding';

/** The rules in the order in which they are listed everywhere; each has its page in docs/rules. */
export const rules: readonly { readonly name: string; readonly severity: Severity }[] = [];
