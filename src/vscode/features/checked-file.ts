import { Location, Uri, type Position, type TextDocument, type WorkspaceEdit } from 'vscode';
import type { ReportedEdit } from '../../core/fixes/context';
import { mainPath } from '../../core/register/inclusion';
import { pathOf, rangeOf } from '../../core/document/range-of';
import type { Place } from '../../core/document/segment';
import type { Spot } from '../../core/spot';
import { toRange } from '../diagnostics';
import type { Check } from '../session';
import type { Sessions } from '../sessions';
import { toWorkspaceEdit } from '../workspace-edit';

type Registers = Pick<Sessions, 'registerOf' | 'checkOf'>;

/** A file of an open register that is checked as it stands. */
export interface CheckedFile {
  readonly check: Check;
  /** What the check calls the file. */
  readonly path: string;
  /** The address of a file of the register. */
  readonly uriOf: (path: string) => Uri;
}

/** A document as a file of a register; undefined for one that belongs to none, or to one that isn't checked as it stands. */
export function checkedFile(document: TextDocument, sessions: Registers): CheckedFile | undefined {
  const register = sessions.registerOf(document);
  const check = register && sessions.checkOf(register.uri);
  return check && { check, path: document === register ? mainPath : document.uri.toString(), uriOf: path => (path === mainPath ? register.uri : Uri.parse(path)) };
}

/** A position in a file of an open register, with what is known there; undefined as `checkedFile` is. */
export function checkedSpot(document: TextDocument, position: Position, sessions: Registers): { readonly file: CheckedFile; readonly spot: Spot } | undefined {
  const file = checkedFile(document, sessions);
  const spot = file?.check.spotAt(position, file.path);
  return file && spot && { file, spot };
}

/** Where a place of a register is. */
export function locationOf(place: Place, { uriOf }: CheckedFile): Location {
  return new Location(uriOf(pathOf(place)), toRange(rangeOf(place)));
}

/** Edits of a register's files as VS Code makes them, all in one. */
export function workspaceEditOf(edits: readonly ReportedEdit[], { uriOf }: CheckedFile): WorkspaceEdit {
  return toWorkspaceEdit(edits.map(({ at, newText }) => ({ path: pathOf(at), range: rangeOf(at), newText })), path => uriOf(path!));
}
