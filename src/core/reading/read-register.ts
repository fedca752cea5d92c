import { RegisterFile } from '../register/register-file';
import type { Entry } from '../register/model';
import type { Segment } from '../document/segment';
import type { RegisterSettings } from '../register/settings';

/** What stands in the text of one file of a register. */
export interface RegisterReading {
  /** Its segments in order; joined they are the text. */
  readonly segments: readonly { readonly segment: Segment; readonly entries: readonly Entry[] }[];
  readonly settings: RegisterSettings;
}

/** Reads a text once, without checking it. Never throws on bad input. */
export function readRegister(text: string): RegisterReading {
  const file = readRegisterFile(text);
  return {
    segments: [...file.document.segments].map(segment => ({ segment, entries: file.isActive(segment) ? file.readingOf(segment).entries : [] })),
    settings: file.head!.settings,
  };
}

/** As {@link readRegister}, as a file to which something may be added. */
export function readRegisterFile(text: string): RegisterFile {
  const file = new RegisterFile('', text, () => 0, () => {}, () => {});
  const steps = file.load();
  while (!steps.next().done) {
    // Nobody waits.
  }
  file.head = file.takeHead([]);
  return file;
}
