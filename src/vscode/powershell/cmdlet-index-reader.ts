import { Uri, workspace } from 'vscode';
import { CmdletIndex, type CmdletIndexFile } from '../../exchange/scripts/cmdlet-index';

/** The index of Exchange's cmdlets that ships with the extension, read when it is first asked for. */
export class CmdletIndexReader {
  private readonly uri: Uri;
  private index: Promise<CmdletIndex> | undefined;

  constructor(extension: Uri) {
    this.uri = Uri.joinPath(extension, 'data/exchange-cmdlets.json');
  }

  /** @throws where it can't be read; it is tried again the next time */
  read(): Promise<CmdletIndex> {
    this.index ??= this.load().catch((error: unknown) => {
      this.index = undefined;
      throw error;
    });
    return this.index;
  }

  private async load(): Promise<CmdletIndex> {
    return new CmdletIndex(JSON.parse(new TextDecoder().decode(await workspace.fs.readFile(this.uri))) as CmdletIndexFile);
  }
}
