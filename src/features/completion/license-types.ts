import { canonicalLicenseTypes, fits, parseLicenseType, type LicenseType } from '../../core/licensing/license-type';
import { normalize } from '../../core/register/identifier';
import type { Known } from './known';
import type { Offer } from './offer';

/** What a license type is wanted for. */
export type TypeUse = 'any' | 'held' | 'plan';

const isFor: Readonly<Record<TypeUse, (type: LicenseType) => boolean>> = {
  any: () => true,
  held: ({ kind }) => kind !== 'server',
  plan: ({ kind }) => kind === 'plan',
};

/**
 * License types: those of the purchase that an entry names first, then those that the register uses, in its own wording,
 * then the others by their canonical names.
 */
export function typeOffers({ known, use, purchase }: { readonly known: Known; readonly use: TypeUse; readonly purchase?: string | undefined }): Offer[] {
  const suits = (type: LicenseType | undefined) => type !== undefined && isFor[use](type);
  const bought = purchase === undefined ? [] : known.purchases.find(({ id }) => normalize(id) === normalize(purchase))?.licenses ?? [];
  const details = new Map<string, string | undefined>();
  const add = (text: string, detail?: string) => details.set(text, details.get(text) ?? detail);
  bought.filter(({ type }) => suits(type)).forEach(({ type }) => add(type.name, `of ${purchase}`));
  known.types.filter(({ type }) => isFor[use](type)).forEach(({ text }) => add(text, 'used here'));
  canonicalLicenseTypes.filter(name => suits(parseLicenseType(name))).forEach(name => add(name));
  return [...details].map(([text, detail]) => ({ text, kind: 'type', detail }));
}

/** The texts that stand as types and can't be read as one: those that `settings.typeNames` may explain. */
export function unreadTypeOffers({ unreadTypes }: Known): Offer[] {
  return unreadTypes.map(text => ({ text, kind: 'type', detail: "isn't understood yet" }));
}

/** Whether an assignment of a type can be a seat of a license, as far as the two names tell. */
export function mayBeSeatOf(assigned: LicenseType, license: LicenseType): boolean {
  return assigned === license || fits(assigned, license, () => true);
}
