/** A calendar day as the number of days since 1970-01-01 (negative before it). */
export type Day = number;
