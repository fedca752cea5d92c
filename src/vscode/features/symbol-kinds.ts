import { SymbolKind } from 'vscode';
import type { OutlineItem } from '../../features/outline';

/** What VS Code takes the parts of a register for: that decides their icons. */
export const symbolKinds: Readonly<Record<OutlineItem['kind'], SymbolKind>> = {
  key: SymbolKind.Namespace,
  purchase: SymbolKind.Package,
  server: SymbolKind.Object,
  device: SymbolKind.Object,
  mailbox: SymbolKind.Field,
  noCal: SymbolKind.Field,
  assignment: SymbolKind.Field,
};
