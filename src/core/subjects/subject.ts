import type { Noted } from '../rule';

/** Entries that rules look at together. */
export abstract class Subject {
  abstract readonly scope: string;
  /** Whether nothing belongs to it any more. */
  abstract readonly isEmpty: boolean;
  /** What the rules said about it when they ran last. */
  notes: readonly Noted[] = [];
}
