import type { Span } from '../../core/text/text';

/** Something to write where the cursor stands. */
export interface Completion {
  readonly label: string;
  readonly kind: 'key' | 'word' | 'type' | 'purchase' | 'person' | 'device' | 'day' | 'rule' | 'entry';
  /** A few words behind the label. */
  readonly detail?: string | undefined;
  /** What is told of it, as paragraphs of plain text. */
  readonly documentation?: readonly string[] | undefined;
  /** What it replaces, on one line; offsets as those of the text in which completions were asked for. */
  readonly replaced: Span;
  readonly newText: string;
  /** Whether `newText` is a snippet; its lines have their indentation already. */
  readonly isSnippet?: boolean | undefined;
  /** What is compared with what was typed, where that isn't the label. */
  readonly filterText?: string | undefined;
  /** Whether more can be offered at once behind what it writes. */
  readonly suggestsNext?: boolean | undefined;
  /** Whether it fills in a place of a snippet: then the next place is to come. */
  readonly fillsPlace?: boolean | undefined;
}

/** What is offered, the likeliest first. */
export interface CompletionList {
  readonly items: readonly Completion[];
  /** Whether more would be offered if more was typed. */
  readonly isIncomplete: boolean;
}
