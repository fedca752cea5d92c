import type { CheckOptions, RegisterCheck } from '../core/check';
import type { Severity } from '../core/findings/finding';

/** What the command line puts to work; a test gives its own. */
export interface Dependencies {
  createCheck(text: string, options: CheckOptions): Pick<RegisterCheck, 'update' | 'work' | 'wanted' | 'include' | 'wantedExports' | 'bringExports' | 'paths' | 'findings' | 'fixes' | 'safeFixes' | 'contents'>;
  readonly rules: readonly { readonly name: string; readonly severity: Severity }[];
  /** The folder with a page for each rule. */
  readonly pagesFolder: string;
}
