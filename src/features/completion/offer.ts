import type { Completion } from './completion';

/** A value that can be written, before it is known where and in which quotes. */
export interface Offer {
  readonly text: string;
  readonly kind: Completion['kind'];
  readonly detail?: string | undefined;
  readonly documentation?: readonly string[] | undefined;
  /** By what it is found besides. */
  readonly alias?: string | undefined;
  /** Whether YAML may take it for a number or a boolean: it is meant as one. */
  readonly isWord?: boolean;
}
