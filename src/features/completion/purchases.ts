import type { LicenseType } from '../../core/licensing/license-type';
import type { Known, KnownLicenses, KnownPurchase } from './known';
import { mayBeSeatOf } from './license-types';
import type { Offer } from './offer';

/** What a purchase is named for. */
export interface PurchaseUse {
  readonly suits: (type: LicenseType) => boolean;
  /** The type that the entry asks for, as far as it says one. */
  readonly type: LicenseType | undefined;
}

/** For the seat of an assignment. */
export const forSeat = (type: LicenseType | undefined): PurchaseUse => ({ suits: ({ kind }) => kind !== 'server', type });

/** For a server. */
export const forServer: PurchaseUse = { suits: ({ kind }) => kind === 'server', type: undefined };

/**
 * Purchases by their ids, with what is left of each: those of the wanted type first, of these those with something free,
 * the newest first.
 */
export function purchaseOffers({ purchases }: Known, { suits, type }: PurchaseUse): Offer[] {
  const offered = purchases.flatMap(purchase => {
    const licenses = purchase.licenses.filter(each => suits(each.type));
    return licenses.length > 0 ? [{ purchase, licenses, rank: rankOf(licenses, type) }] : [];
  });
  return offered.sort((a, b) => a.rank - b.rank).map(({ purchase, licenses }) => offerOf(purchase, licenses));
}

/** The ids of all purchases: a further line of an order repeats its id. */
export function purchaseIdOffers({ purchases }: Known): Offer[] {
  return purchases.map(purchase => offerOf(purchase, purchase.licenses));
}

function rankOf(licenses: readonly KnownLicenses[], type: LicenseType | undefined): number {
  const ranks = licenses.map(each => {
    const isUsedUp = each.free !== undefined && each.free <= 0;
    return 2 * distanceTo(type, each.type) + (isUsedUp ? 1 : 0);
  });
  return Math.min(...ranks);
}

function distanceTo(wanted: LicenseType | undefined, license: LicenseType): number {
  if (!wanted || license === wanted) {
    return 0;
  }
  return mayBeSeatOf(wanted, license) ? 1 : 2;
}

function offerOf({ id }: KnownPurchase, licenses: readonly KnownLicenses[]): Offer {
  return { text: id, kind: 'purchase', detail: licenses.map(tell).join('; '), alias: licenses.map(({ type }) => type.name).join(' ') };
}

function tell(licenses: KnownLicenses): string {
  const name = licenses.type.name.replace(/^Exchange Server /, '');
  const left = tellLeft(licenses);
  return left === undefined ? name : `${name} · ${left}`;
}

function tellLeft({ bought, free, isAtMost }: KnownLicenses): string | undefined {
  if (bought === undefined) {
    return undefined;
  }
  if (free === undefined) {
    return `${bought} bought`;
  }
  if (free < 0) {
    return `short by ${-free}`;
  }
  if (free === 0) {
    return `none of ${bought} free`;
  }
  return isAtMost ? `at most ${free} free` : `${free} of ${bought} free`;
}
