import type { CancellationToken, Position, Range, RenameProvider, TextDocument, WorkspaceEdit } from 'vscode';
import { rangeOf } from '../../core/document/range-of';
import type { Spot } from '../../core/spot';
import type { Refusal } from '../../features/rename';
import { toRange } from '../diagnostics';
import type { Sessions } from '../sessions';
import { checkedSpot, workspaceEditOf, type CheckedFile } from './checked-file';

/** Renames purchases, servers, devices and people in all files of a register. */
export class Renames implements RenameProvider {
  private readonly sessions: Sessions;

  constructor(sessions: Sessions) {
    this.sessions = sessions;
  }

  async prepareRename(document: TextDocument, position: Position, token: CancellationToken): Promise<{ range: Range; placeholder: string }> {
    const { renamableAt } = await import('../../features');
    const { spot } = await this.spotAt(document, position, token);
    const { at, name } = accepted(renamableAt(spot));
    return { range: toRange(rangeOf(at)), placeholder: name };
  }

  async provideRenameEdits(document: TextDocument, position: Position, newName: string, token: CancellationToken): Promise<WorkspaceEdit> {
    const { rename } = await import('../../features');
    const { file, spot } = await this.spotAt(document, position, token);
    return workspaceEditOf(accepted(rename(spot, newName, file.check)), file);
  }

  /** Throws why nothing can be renamed there: that VS Code shows. */
  private async spotAt(document: TextDocument, position: Position, token: CancellationToken): Promise<{ file: CheckedFile; spot: Spot }> {
    await this.sessions.whenChecked(document, token);
    const found = checkedSpot(document, position, this.sessions);
    if (!found) {
      // VS Code would rename the word itself if it heard nothing.
      throw new Error(this.sessions.registerOf(document) ? 'The register is still being checked: try again in a moment.' : 'You cannot rename this element.');
    }
    return found;
  }
}

function accepted<T extends object>(answer: T | Refusal): T {
  if ('problem' in answer) {
    throw new Error(answer.problem);
  }
  return answer;
}
