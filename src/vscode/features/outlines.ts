import { DocumentSymbol, type CancellationToken, type DocumentSymbolProvider, type TextDocument } from 'vscode';
import type { OutlineItem } from '../../features/outline';
import { toRange } from '../diagnostics';
import type { Sessions } from '../sessions';
import { checkedFile } from './checked-file';
import { symbolKinds } from './symbol-kinds';

/** What the outline of a register is called beside that of another extension. */
export const outlineLabel = 'License register';

/** The outline of a register, from which VS Code takes breadcrumbs and lines that stay on top too. */
export class Outlines implements DocumentSymbolProvider {
  private readonly sessions: Sessions;

  constructor(sessions: Sessions) {
    this.sessions = sessions;
  }

  async provideDocumentSymbols(document: TextDocument, token: CancellationToken): Promise<DocumentSymbol[] | undefined> {
    const { outlineOf } = await import('../../features');
    // It is asked for as soon as a document is open, and not again before that is edited.
    await this.sessions.whenChecked(document, token);
    const file = checkedFile(document, this.sessions);
    const { today } = file?.check.contents() ?? {};
    return today === undefined ? undefined : outlineOf(file!.check, file!.path, today).map(toSymbol);
  }
}

function toSymbol({ name, detail, kind, range, selectionRange, children }: OutlineItem): DocumentSymbol {
  const symbol = new DocumentSymbol(name, detail, symbolKinds[kind], toRange(range), toRange(selectionRange));
  symbol.children = children.map(toSymbol);
  return symbol;
}
