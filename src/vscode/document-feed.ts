import type { TextDocument, TextDocumentContentChangeEvent } from 'vscode';
import type { TextEdit } from '../core/text/text';

/** Follows a document: what was edited in it since somebody asked last, or that its text is to be read anew. */
export class DocumentFeed {
  private readonly document: TextDocument;
  /** The version of the document that is known, once the edits are taken. */
  private version: number;
  private edits: TextEdit[] = [];
  private isLost = false;

  /** The text as it is now counts as known. */
  constructor(document: TextDocument) {
    this.document = document;
    this.version = document.version;
  }

  /**
   * Takes over what an event tells.
   * @returns whether that changes the text
   */
  change(changes: readonly TextDocumentContentChangeEvent[]): boolean {
    const { version } = this.document;
    if (version === this.version) {
      // Only the mark of unsaved changes has come or gone, or the text was read as it is now.
      return false;
    }
    if (version === this.version + 1 && changes.length > 0) {
      this.edits.push(...changes.map(({ range, text }) => ({ range, newText: text })));
    } else {
      this.isLost = true;
    }
    this.version = version;
    return true;
  }

  /** Whether nothing was edited since somebody asked last, or what was edited is gone with the document. */
  get isCurrent(): boolean {
    return this.document.isClosed || (!this.isLost && this.edits.length === 0 && this.document.version === this.version);
  }

  /** The edits since the last call, each in the coordinates of the text after the ones before it; undefined if some are missing. */
  take(): readonly TextEdit[] | undefined {
    const edits = this.isLost || this.document.version !== this.version ? undefined : this.edits;
    this.edits = [];
    return edits;
  }

  /** The whole text; what was edited before it counts as known. */
  read(): string {
    this.edits = [];
    this.isLost = false;
    this.version = this.document.version;
    return this.document.getText();
  }
}
