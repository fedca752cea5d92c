import { writeScalar } from '../../core/fixes/yaml-text';
import type { Completion } from './completion';
import type { Slot } from './slot';

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

/** A completion that says by what it is found. */
type FoundCompletion = Completion & { readonly filterText: string };

/**
 * An offer as it is written into a slot, in the quotes that were typed there.
 * @param wrap puts the value into what must hold it
 */
export function completionOf(offer: Offer, slot: Slot, wrap = (value: string) => value): FoundCompletion {
  const { text, kind, detail, documentation, alias } = offer;
  return {
    label: text,
    kind,
    detail,
    documentation,
    replaced: slot.replaced,
    newText: slot.lead + wrap(valueOf(offer, slot.quote)),
    filterText: `${slot.quote}${text}${alias === undefined ? '' : ` ${alias}`}`,
  };
}

function valueOf({ text, isWord = false }: Offer, quote: Slot['quote']): string {
  if (!isWord) {
    return writeScalar(text, quote);
  }
  const isBoolean = text === 'true' || text === 'false';
  return isBoolean ? text : quote + text + quote;
}
