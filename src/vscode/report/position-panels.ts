import { commands, Uri, window, workspace, type Disposable, type TextDocument } from 'vscode';
import { chooseRegister } from '../choose-register';
import type { Log } from '../log';
import type { Sessions } from '../sessions';
import { PositionPanel } from './position-panel';

const filters = { 'HTML page': ['html'], 'Markdown': ['md'], 'CSV for spreadsheets': ['csv'], 'JSON': ['json'] };

/** The license positions that are shown, a panel for each register, and the commands that show and save them. */
export class PositionPanels implements Disposable {
  private readonly sessions: Sessions;
  private readonly log: Log;
  private readonly panels = new Map<string, PositionPanel>();
  private readonly subscriptions: readonly Disposable[];

  constructor(sessions: Sessions, log: Log) {
    this.sessions = sessions;
    this.log = log;
    this.subscriptions = [
      commands.registerCommand('exchangeLicenseRegister.showPosition', () => this.show()),
      // A place that is given saves asking for it: for keybindings and other extensions.
      commands.registerCommand('exchangeLicenseRegister.savePosition', (target?: unknown) => this.save(target instanceof Uri ? target : undefined)),
      sessions.onDidCheck(({ uri }) => this.follow(uri)),
      workspace.onDidCloseTextDocument(document => this.keepWatching(document)),
    ];
  }

  dispose(): void {
    for (const disposable of [...this.panels.values(), ...this.subscriptions]) {
      disposable.dispose();
    }
  }

  private async show(): Promise<PositionPanel | undefined> {
    const uri = await chooseRegister(this.sessions, 'License Position', 'Show the license position of which register?');
    if (!uri) {
      return undefined;
    }
    const report = await import('../../report');
    const key = uri.toString();
    const shown = this.panels.get(key);
    if (shown) {
      shown.reveal();
      return shown;
    }
    const panel = new PositionPanel(uri, report, each => this.sessions.checkOf(each), () => this.panels.delete(key));
    this.panels.set(key, panel);
    // Opened only now, so that the panel hears of the first check.
    await workspace.openTextDocument(uri);
    return panel;
  }

  private async save(target: Uri | undefined): Promise<void> {
    const panel = [...this.panels.values()].find(({ isActive }) => isActive) ?? (await this.show());
    if (!panel) {
      return;
    }
    const position = panel.position();
    if (!position) {
      void window.showInformationMessage('The register is still being checked. Save its license position again in a moment.');
      return;
    }
    const { render, reportFormatFor, proposedName } = await import('../../report');
    const file = target ?? (await window.showSaveDialog({ title: 'Save License Position', filters, defaultUri: Uri.joinPath(panel.uri, '..', proposedName(position)) }));
    if (!file) {
      return;
    }
    const format = reportFormatFor(file.path);
    if (!format) {
      void window.showErrorMessage('The name of the file must end in .html, .md, .csv or .json, which tells what is saved.');
      return;
    }
    try {
      await workspace.fs.writeFile(file, new TextEncoder().encode(render(position, format)));
    } catch (error) {
      void window.showErrorMessage(`The license position can't be saved: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  private follow(uri: Uri): void {
    this.panels.get(uri.toString())?.follow();
  }

  /** A register whose editor was closed is opened again without one, so that its position goes on following the file. */
  private keepWatching({ uri }: TextDocument): void {
    const panel = this.panels.get(uri.toString());
    if (panel && uri.scheme === 'untitled') {
      panel.dispose();
    } else if (panel) {
      // A file that was deleted leaves its last position behind.
      workspace.openTextDocument(uri).then(undefined, () => this.log.warn(`${workspace.asRelativePath(uri)} can't be opened any more: its license position stays as it was.`));
    }
  }
}
