import { commands, TextEditorSelectionChangeKind, window, workspace, type Disposable, type TextDocument, type TextEditorSelectionChangeEvent } from 'vscode';
import { dayHint, hints } from '../../core/fixes/hints';
import { mainPath } from '../../core/register/inclusion';
import type { Spot } from '../../core/spot';
import type { Sessions } from '../sessions';

/** Where something is sure to be offered, by the hint of the place. */
const offersAt = new Map<string | undefined, (spot: Spot | undefined) => boolean>([
  [dayHint, () => true],
  [hints.type, () => true],
  [hints.purchase, spot => spot?.subjects.pools.some(({ type }) => type.kind !== 'server') === true],
  [hints.license, spot => spot?.subjects.pools.some(({ type }) => type.kind === 'server') === true],
]);

/**
 * Shows suggestions when a place of a snippet is reached whose hint is selected as a whole: VS Code does it by itself only
 * where all choices are part of the snippet.
 */
export function suggestAtSnippetPlaces(sessions: Pick<Sessions, 'registerOf' | 'checkOf'>): Disposable {
  return window.onDidChangeTextEditorSelection(({ textEditor: { document }, selections, kind }: TextEditorSelectionChangeEvent) => {
    const [selection] = selections;
    if (selections.length !== 1 || !selection!.isSingleLine || selection!.isEmpty || kind === TextEditorSelectionChangeKind.Mouse) {
      return;
    }
    const register = sessions.registerOf(document);
    const hasOffers = register && offersAt.get(document.getText(selection));
    if (!hasOffers) {
      return;
    }
    const spot = sessions.checkOf(register.uri)?.spotAt(selection!.active, document === register ? mainPath : document.uri.toString());
    if (hasOffers(spot) && maySuggest(document)) {
      void commands.executeCommand('editor.action.triggerSuggest', { auto: true });
    }
  });
}

/** Whether suggestions may come unasked. */
function maySuggest(document: TextDocument): boolean {
  return workspace.getConfiguration('editor', document).get('suggestOnTriggerCharacters', true);
}
