import { EventEmitter, Uri, workspace, type Disposable, type TextDocumentContentProvider } from 'vscode';
import type { Sessions } from '../sessions';

const scheme = 'license-register-list';

/** Which list is meant. It says whose register and which rule, never who stands in the list: addresses of tabs are kept. */
interface ListQuery {
  /** The address of the register. */
  readonly register: string;
  /** Of mailboxes of which a finding speaks: its file, its rule, and the how manieth of that rule there it is. Else the list is of all that differs. */
  readonly finding?: { readonly path: string; readonly rule: string; readonly index: number };
}

/** The address of a list, as a document of VS Code. */
export function listUri(name: string, query: ListQuery): Uri {
  return Uri.from({ scheme, path: `/${name}.txt`, query: JSON.stringify(query) });
}

/** Shows who stands behind the figures of a comparison with Exchange. The texts are made when they are shown, and nothing of them is stored. */
export class ExchangeLists implements TextDocumentContentProvider, Disposable {
  private readonly sessions: Sessions;
  private readonly didChange = new EventEmitter<Uri>();
  readonly onDidChange = this.didChange.event;
  private readonly subscriptions: readonly Disposable[];

  constructor(sessions: Sessions) {
    this.sessions = sessions;
    this.subscriptions = [
      workspace.registerTextDocumentContentProvider(scheme, this),
      sessions.onDidCheck(({ uri }) => this.follow(uri.toString())),
      this.didChange,
    ];
  }

  async provideTextDocumentContent({ query }: Uri): Promise<string> {
    const { register, finding } = JSON.parse(query) as ListQuery;
    const uri = Uri.parse(register);
    const check = this.sessions.checkOf(uri);
    const contents = check?.contents();
    if (!check || !contents) {
      return `Open ${workspace.asRelativePath(uri)}: this list is made from what its check knows.\n`;
    }
    const { comparisonList, compareWithExchange, finish, mailboxList } = await import('../../exchange');
    if (finding) {
      const found = check.findings(finding.path).filter(({ rule }) => rule === finding.rule).map(each => check.mailboxesOf(each)).filter(({ length }) => length > 0);
      return mailboxList(finding.rule, found[finding.index] ?? []);
    }
    const comparison = finish(compareWithExchange(contents));
    return comparison ? comparisonList(comparison) : 'The register names no export of Exchange that tells of CALs, mailboxes or servers.\n';
  }

  dispose(): void {
    for (const subscription of this.subscriptions) {
      subscription.dispose();
    }
  }

  private follow(register: string): void {
    for (const { uri } of workspace.textDocuments) {
      if (uri.scheme === scheme && (JSON.parse(uri.query) as ListQuery).register === register) {
        this.didChange.fire(uri);
      }
    }
  }
}
