import { Hover, MarkdownString, Range, type HoverProvider, type Position, type TextDocument } from 'vscode';
import { mainPath } from '../../core/inclusion';
import type { Sessions } from '../sessions';
import type { SchemaFile } from './schema-file';

/** Tells of what stands under the pointer in a register, or in a file that one includes. */
export class Hovers implements HoverProvider {
  readonly #sessions: Pick<Sessions, 'registerOf' | 'checkOf'>;
  readonly #schema: SchemaFile;

  constructor(sessions: Pick<Sessions, 'registerOf' | 'checkOf'>, schema: SchemaFile) {
    this.#sessions = sessions;
    this.#schema = schema;
  }

  async provideHover(document: TextDocument, position: Position): Promise<Hover | undefined> {
    const register = this.#sessions.registerOf(document);
    if (!register) {
      return undefined;
    }
    const { hoverAt } = await import('../../features/hover');
    const schema = namesSchema(document) ? undefined : await this.#schema.read();
    const spot = this.#sessions.checkOf(register.uri)?.spotAt(position, document === register ? mainPath : document.uri.toString());
    const told = spot && hoverAt(spot, schema);
    if (!told) {
      return undefined;
    }
    const offset = document.offsetAt(position) - spot.offset;
    const contents = told.paragraphs.map((paragraph) => new MarkdownString().appendText(paragraph));
    return new Hover(contents, new Range(document.positionAt(offset + told.start), document.positionAt(offset + told.end)));
  }
}

/** Whether the document asks another extension for what a schema says, which would then show twice. */
function namesSchema(document: TextDocument): boolean {
  for (let line = 0; line < document.lineCount; line++) {
    const { text } = document.lineAt(line);
    if (/^#\s*yaml-language-server:\s*\$schema=/.test(text)) {
      return true;
    }
    // A modeline stands among the comments above the first content.
    if (!/^\s*(?:#|$)/.test(text)) {
      return false;
    }
  }
  return false;
}
