import { InlayHint, MarkdownString, Position, type Disposable, type InlayHintsProvider, type Range, type TextDocument } from 'vscode';
import type { InlayHint as ToldHint } from '../../features/inlay-hints';
import type { Log } from '../log';
import type { Sessions } from '../sessions';
import { readInlayHints } from '../settings';
import { TellingBeside } from './last-told';

/** How long trials and cover still run, behind the days of a register or of a file that one includes. */
export class InlayHints implements InlayHintsProvider, Disposable {
  private readonly telling: TellingBeside<ToldHint>;

  constructor(sessions: Sessions, log: Log) {
    this.telling = new TellingBeside(sessions, log, {
      isWanted: readInlayHints,
      load: async () => {
        const { inlayHintsOf } = await import('../../features');
        return check => inlayHintsOf(check.overview()!);
      },
    });
  }

  get onDidChangeInlayHints() {
    return this.telling.onDidChange;
  }

  async provideInlayHints(document: TextDocument, range: Range): Promise<InlayHint[]> {
    return (await this.telling.of(document)).flatMap(({ at, label, tooltip }) => {
      const position = new Position(at.line, at.character);
      if (!range.contains(position)) {
        return [];
      }
      const hint = new InlayHint(position, label);
      hint.paddingLeft = true;
      // As text its days would break at their dashes, and nowhere else.
      hint.tooltip = new MarkdownString(tooltip.join('\n\n'));
      return [hint];
    });
  }

  dispose(): void {
    this.telling.dispose();
  }
}
