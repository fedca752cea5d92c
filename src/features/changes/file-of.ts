import type { FixContext } from '../../core/fixes/context';
import type { Entry } from '../../core/register/model';

/** As if the change were asked for from the file of an entry, so that what goes on from it stands there too. */
export function fromFileOf({ segment }: Entry, { files, here }: FixContext): Pick<FixContext, 'files' | 'here'> {
  return { files, here: files.find(({ document }) => document.segments === segment.slot?.chunk.list) ?? here };
}
