import type { Range, TextEdit } from '../text/text';

/** How grave a finding is, the gravest first. */
export const severities = ['error', 'warning', 'info', 'hint'] as const;
export type Severity = (typeof severities)[number];

/** A severity as a user sets it: `off` silences the rule. */
export type SeveritySetting = Severity | 'off';

/** Another place that belongs to a finding, in the same register. */
export interface RelatedPlace {
  /** The file in which it is, where that isn't the finding's own. */
  readonly path?: string;
  readonly range: Range;
  readonly message: string;
}

/** One replacement of a fix. */
export interface FixEdit extends TextEdit {
  /** The file in which it is, where that isn't the finding's own. */
  readonly path?: string;
  /** Whether the new text is a snippet, with places to fill in. */
  readonly isSnippet?: boolean;
}

/**
 * A repair as data. A `safe` one states no fact for the admin and may run unasked in fix-all; it is made of
 * plain texts in the finding's own file. Its edits are made together or not at all, all in the coordinates of
 * the text as it stands.
 */
export interface Fix {
  readonly title: string;
  readonly edits: readonly FixEdit[];
  readonly safe: boolean;
}

/** What is wrong at one place of a register. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** One sentence: what is wrong, what would be right, where the other place is. */
  readonly message: string;
  /** The sentence with `{0}`, `{1}` … for its arguments: the id under which it can be translated. */
  readonly template: string;
  readonly arguments: readonly (string | number)[];
  readonly range: Range;
  readonly related: readonly RelatedPlace[];
  readonly tags: readonly ('unnecessary' | 'deprecated')[];
}
