/** The keys of a purchase whose terms cover its licenses. */
export const coverKeys = ['softwareAssurance', 'subscription'] as const;

/** A key of a purchase whose terms cover its licenses. */
export type CoverKey = (typeof coverKeys)[number];

/** What begins a sentence about the terms under a key. */
export const coverNames: Readonly<Record<CoverKey, string>> = { softwareAssurance: 'Software Assurance', subscription: 'The subscription' };
