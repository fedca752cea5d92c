import { Hover, Range, type HoverProvider, type Position, type TextDocument } from 'vscode';
import { mainPath } from '../../core/register/inclusion';
import type { Log } from '../log';
import { plainText } from '../plain-text';
import { leavesSchema } from '../schema-features';
import type { Sessions } from '../sessions';
import type { SchemaFile } from './schema-file';

/** Tells of what stands under the pointer in a register, or in a file that one includes. */
export class Hovers implements HoverProvider {
  private readonly sessions: Pick<Sessions, 'registerOf' | 'checkOf'>;
  private readonly schema: SchemaFile;
  private readonly log: Log;

  constructor(sessions: Pick<Sessions, 'registerOf' | 'checkOf'>, schema: SchemaFile, log: Log) {
    this.sessions = sessions;
    this.schema = schema;
    this.log = log;
  }

  async provideHover(document: TextDocument, position: Position): Promise<Hover | undefined> {
    const register = this.sessions.registerOf(document);
    if (!register) {
      return undefined;
    }
    const { hoverAt } = await import('../../features');
    const schema = leavesSchema(document, 'hover', this.log) ? undefined : await this.schema.read();
    const spot = this.sessions.checkOf(register.uri)?.spotAt(position, document === register ? mainPath : document.uri.toString());
    const told = spot && hoverAt(spot, schema);
    if (!told) {
      return undefined;
    }
    const offset = document.offsetAt(position) - spot.offset;
    return new Hover(plainText(told.paragraphs), new Range(document.positionAt(offset + told.start), document.positionAt(offset + told.end)));
  }
}
