import { Hover, MarkdownString, Range, type HoverProvider, type Position, type TextDocument } from 'vscode';
import { hoverInScript } from '../../exchange/scripts/script-hover';
import type { Scripts } from './scripts';

/** Tells of the cmdlet or parameter of Exchange under the pointer, in scripts that use some. */
export class ScriptHovers implements HoverProvider {
  private readonly scripts: Pick<Scripts, 'index' | 'optionsOf' | 'checkOf'>;

  constructor(scripts: Pick<Scripts, 'index' | 'optionsOf' | 'checkOf'>) {
    this.scripts = scripts;
  }

  async provideHover(document: TextDocument, position: Position): Promise<Hover | undefined> {
    const index = await this.scripts.index();
    const check = this.scripts.checkOf(document);
    const options = this.scripts.optionsOf(document);
    if (!index || !check || !options || (check.target === 'none' && options.scope === 'auto')) {
      return undefined;
    }
    const told = hoverInScript(check.script, index, options.version, document.offsetAt(position));
    return told && new Hover(new MarkdownString(told.markdown), new Range(document.positionAt(told.start), document.positionAt(told.end)));
  }
}
