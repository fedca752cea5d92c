import { SymbolKind } from 'vscode';
import type { OutlineItem } from '../../features/outline';

/** What VS Code takes the parts of a register for: that decides their icons. */
export const symbolKinds: Readonly<Record<OutlineItem['kind'], SymbolKind>> = {
  key: SymbolKind.Namespace,
  purchase: SymbolKind.Number,
  server: SymbolKind.Struct,
  device: SymbolKind.Struct,
  mailbox: SymbolKind.Field,
  noCal: SymbolKind.Field,
  assignment: SymbolKind.Field,
};
