import { Uri, ViewColumn, window, workspace, type Disposable, type WebviewPanel } from 'vscode';
import { mainPath } from '../../core/register/inclusion';
import type * as report from '../../report';
import type { Check } from '../session';

/** The kind of our panels, for menus and tests. */
export const positionView = 'exchangeLicenseRegister.position';

/** How long nothing must have been checked before the panel follows, in milliseconds: the page is made anew as a whole. */
const pause = 500;

type Report = typeof report;

/** The license position of one register beside its text. It runs no script, and follows when the register changes. */
export class PositionPanel implements Disposable {
  readonly uri: Uri;
  private readonly report: Report;
  private readonly checkOf: (uri: Uri) => Check | undefined;
  private readonly panel: WebviewPanel;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Whether the register has changed since the page was made. */
  private isStale = true;
  private isMade = false;

  /** @param onDispose hears that the panel was closed */
  constructor(uri: Uri, reporting: Report, checkOf: (uri: Uri) => Check | undefined, onDispose: () => void) {
    this.uri = uri;
    this.report = reporting;
    this.checkOf = checkOf;
    const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
    this.panel = window.createWebviewPanel(positionView, `License Position: ${name}`, window.activeTextEditor ? ViewColumn.Beside : ViewColumn.Active, {
      enableScripts: false,
      enableFindWidget: true,
      localResourceRoots: [],
    });
    this.panel.webview.html = '<!DOCTYPE html><html lang="en"><title>License position</title><p>The register is being checked.</p></html>';
    this.panel.onDidDispose(() => {
      clearTimeout(this.timer);
      onDispose();
    });
    this.panel.onDidChangeViewState(() => this.refresh());
    this.refresh();
  }

  get isActive(): boolean {
    return this.panel.active;
  }

  reveal(): void {
    this.panel.reveal();
  }

  /** The register has been checked again. */
  follow(): void {
    this.isStale = true;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.refresh(), this.isMade ? pause : 0);
  }

  /** The position by what is checked so far; undefined while a check is under way. */
  position(): report.Position | undefined {
    const check = this.checkOf(this.uri);
    const today = check?.contents()?.today;
    return today === undefined ? undefined : this.report.positionOf(check!, { madeOn: today, nameOf: path => workspace.asRelativePath(path === mainPath ? this.uri : Uri.parse(path)) });
  }

  dispose(): void {
    this.panel.dispose();
  }

  private refresh(): void {
    if (this.isStale && this.panel.visible) {
      const position = this.position();
      if (position) {
        this.isStale = false;
        this.isMade = true;
        this.panel.webview.html = this.report.render(position, 'html');
      }
    }
  }
}
