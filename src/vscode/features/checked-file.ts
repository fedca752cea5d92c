import { Location, TextEdit, Uri, WorkspaceEdit, type TextDocument } from 'vscode';
import type { ReportedEdit } from '../../core/fixes/context';
import { groupBy } from '../../core/group-by';
import { mainPath } from '../../core/inclusion';
import { pathOf, rangeOf } from '../../core/range-of';
import type { Place } from '../../core/segment';
import { toRange } from '../diagnostics';
import type { Check } from '../session';
import type { Sessions } from '../sessions';

/** A file of an open register that is checked as it stands. */
export interface CheckedFile {
  readonly check: Check;
  /** What the check calls the file. */
  readonly path: string;
  /** The address of a file of the register. */
  readonly uriOf: (path: string) => Uri;
}

/** A document as a file of a register; undefined for one that belongs to none, or to one that isn't checked as it stands. */
export function checkedFile(document: TextDocument, sessions: Pick<Sessions, 'registerOf' | 'checkOf'>): CheckedFile | undefined {
  const register = sessions.registerOf(document);
  const check = register && sessions.checkOf(register.uri);
  return check && { check, path: document === register ? mainPath : document.uri.toString(), uriOf: (path) => (path === mainPath ? register.uri : Uri.parse(path)) };
}

/** Where a place of a register is. */
export function locationOf(place: Place, { uriOf }: CheckedFile): Location {
  return new Location(uriOf(pathOf(place)), toRange(rangeOf(place)));
}

/** Edits of a register's files as one. */
export function workspaceEditOf(edits: readonly ReportedEdit[], { uriOf }: CheckedFile): WorkspaceEdit {
  const workspaceEdit = new WorkspaceEdit();
  for (const [path, ofFile] of groupBy(edits, ({ at }) => pathOf(at))) {
    workspaceEdit.set(uriOf(path), ofFile.map(({ at, newText }) => TextEdit.replace(toRange(rangeOf(at)), newText)));
  }
  return workspaceEdit;
}
