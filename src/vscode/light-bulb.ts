import { CodeActionTriggerKind } from 'vscode';
import type { Spot } from '../core/spot';

/**
 * Whether actions on the entry at a position are offered there: when they are asked for anywhere in it, unasked where
 * its name stands, and not on each line of the register.
 */
export function offersEntryAt({ entry, offset }: Spot, trigger: CodeActionTriggerKind): boolean {
  return entry !== undefined && (trigger !== CodeActionTriggerKind.Automatic || (entry.face.start <= offset && offset <= entry.face.end));
}
