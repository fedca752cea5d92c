import type { Position, TextDocument } from 'vscode';
import { mainPath } from '../core/register/inclusion';
import type { Spot } from '../core/spot';
import type { Sessions } from './sessions';

/**
 * What stands at a position of a register, or of a file that one includes, by what is checked now. Before the first
 * key of an entry, that is the entry: there the cursor is when a whole line was gone to.
 */
export function spotAt(sessions: Pick<Sessions, 'registerOf' | 'checkOf'>, document: TextDocument, { line, character }: Position): Spot | undefined {
  const register = sessions.registerOf(document);
  const check = register && sessions.checkOf(register.uri);
  if (!check || line >= document.lineCount) {
    return undefined;
  }
  const indentation = /^[\s-]*/.exec(document.lineAt(line).text)![0].length;
  return check.spotAt({ line, character: Math.max(character, indentation) }, document === register ? mainPath : document.uri.toString());
}
