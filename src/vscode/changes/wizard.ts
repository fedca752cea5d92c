import type { RegisterContents } from '../../core/contents';
import type { FixContext } from '../../core/fixes/context';
import type { Entry } from '../../core/register/model';
import type { Change } from '../../features/changes/change';
import type { Dialog } from '../dialog';

/** What a wizard knows of the register, as it stood when the first question was asked. */
export interface Known {
  readonly context: FixContext;
  readonly contents: RegisterContents;
  /** The entry that the command was called for. */
  readonly entry?: Entry | undefined;
}

/** Makes the change of a register as it stands by then. */
export type ChangeMaker = (context: FixContext) => Change;

/** Asks what a change needs; undefined when it was called off. */
export type Wizard = (dialog: Dialog, known: Known) => Promise<ChangeMaker | undefined>;
