import { SymbolInformation, type WorkspaceSymbolProvider } from 'vscode';
import type { Sessions } from '../sessions';
import { checkedFile, locationOf } from './checked-file';
import { symbolKinds } from './symbol-kinds';

/** More names than these nobody reads through. */
const most = 200;

/** Finds purchases, servers, devices and people of the registers that are open, with the files that they include. */
export class WorkspaceSymbols implements WorkspaceSymbolProvider {
  private readonly sessions: Sessions;

  constructor(sessions: Sessions) {
    this.sessions = sessions;
  }

  async provideWorkspaceSymbols(query: string): Promise<SymbolInformation[]> {
    const { registerSymbols } = await import('../../features');
    return this.sessions.documents.flatMap(document => {
      const file = checkedFile(document, this.sessions);
      const contents = file?.check.contents();
      return contents ? registerSymbols(query, contents, most).map(({ name, detail, kind, at }) => new SymbolInformation(name, symbolKinds[kind], detail, locationOf(at, file!))) : [];
    });
  }
}
