import { CodeLens, commands, Position, Range, Uri, window, workspace, type CodeLensProvider, type Command, type Disposable, type TextDocument } from 'vscode';
import type { Lens, LensTarget, PurchaseName } from '../../features/lenses';
import type { Log } from '../log';
import type { Sessions } from '../sessions';
import { readCodeLenses } from '../settings';
import { checkedFile, locationOf } from './checked-file';
import { TellingBeside } from './last-told';

/** Figures above the sections and purchases of a register, and of files that one includes. */
export class CodeLenses implements CodeLensProvider, Disposable {
  private readonly sessions: Sessions;
  private readonly telling: TellingBeside<Lens>;
  private readonly command: Disposable;

  constructor(sessions: Sessions, log: Log) {
    this.sessions = sessions;
    this.telling = new TellingBeside(sessions, log, {
      isWanted: readCodeLenses,
      load: async () => {
        const { lensesOf } = await import('../../features');
        return check => lensesOf(check.overview()!, check.shownFindings());
      },
    });
    this.command = commands.registerCommand('exchangeLicenseRegister.showUsers', (uri?: unknown, position?: unknown, purchase?: unknown) => this.showUsers(uri, position, purchase));
  }

  get onDidChangeCodeLenses() {
    return this.telling.onDidChange;
  }

  async provideCodeLenses(document: TextDocument): Promise<CodeLens[]> {
    return (await this.telling.of(document)).map(({ at, title, target }) => {
      const position = new Position(at.line, at.character);
      return new CodeLens(new Range(position, position), commandFor(title, target, document, position));
    });
  }

  dispose(): void {
    this.command.dispose();
    this.telling.dispose();
  }

  /** Shows who uses a purchase, as VS Code shows references. */
  private async showUsers(uri: unknown, position: unknown, purchase: unknown): Promise<void> {
    if (!(uri instanceof Uri && position instanceof Position && isPurchaseName(purchase))) {
      await window.showErrorMessage('Click how many are assigned, above a purchase of a register: that shows who uses it.');
      return;
    }
    const { usersOf } = await import('../../features');
    const document = workspace.textDocuments.find(each => each.uri.toString() === uri.toString());
    const file = document && checkedFile(document, this.sessions);
    const overview = file?.check.overview();
    if (!overview) {
      void window.showInformationMessage('The register is still being checked. Try again in a moment.');
      return;
    }
    const locations = usersOf(purchase, overview).map(place => locationOf(place, file!));
    await commands.executeCommand('editor.action.showReferences', uri, position, locations);
  }
}

/** Anybody may call a command with anything. */
function isPurchaseName(given: unknown): given is PurchaseName {
  const { id, type } = (given ?? {}) as Partial<Record<keyof PurchaseName, unknown>>;
  return typeof id === 'string' && typeof type === 'string';
}

function commandFor(title: string, target: LensTarget | undefined, { uri }: TextDocument, position: Position): Command {
  switch (target) {
    // Without a command it is text that can't be clicked.
    case undefined: return { title, command: '' };
    case 'position': return { title, command: 'exchangeLicenseRegister.showPosition', tooltip: 'Show the license position' };
    case 'findings': return { title, command: 'workbench.actions.view.problems', tooltip: 'Show Problems' };
    default: return { title, command: 'exchangeLicenseRegister.showUsers', arguments: [uri, position, target], tooltip: 'Show who uses it' };
  }
}
