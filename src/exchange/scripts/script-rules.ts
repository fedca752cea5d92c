import type { Severity } from '../../core/findings/finding';

/** What is told about PowerShell scripts, with the severity of each; docs/powershell has a page on each. */
export const scriptRules = {
  'unknown-cmdlet': 'warning',
  'superseded-cmdlet': 'info',
  'gone-cmdlet': 'info',
  'other-product-cmdlet': 'info',
  'unknown-parameter': 'warning',
  'parameter-not-in-version': 'warning',
  'unknown-value': 'hint',
  'plain-product-key': 'warning',
} as const satisfies Readonly<Record<string, Severity>>;

export type ScriptRule = keyof typeof scriptRules;
export const scriptRuleNames = Object.keys(scriptRules) as readonly ScriptRule[];
