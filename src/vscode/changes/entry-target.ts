import { Position, Uri, workspace, type TextDocument } from 'vscode';

/** The entry for which a command is called, as its arguments name it: by a place in it. */
export interface EntryTarget {
  /** The address of the file. */
  readonly uri: string;
  /** From 0. */
  readonly line: number;
  /** In UTF-16 units, from 0. */
  readonly character: number;
}

/** The open document and the place that a command's argument names; undefined for anything else: commands can be called by anybody. */
export function targetOf(argument: unknown): { readonly document: TextDocument; readonly position: Position } | undefined {
  if (typeof argument !== 'object' || argument === null) {
    return undefined;
  }
  const { uri, line, character } = argument as Record<string, unknown>;
  if (typeof uri !== 'string' || !isCount(line) || !isCount(character)) {
    return undefined;
  }
  const document = workspace.textDocuments.find(each => !each.isClosed && each.uri.toString() === Uri.parse(uri).toString());
  return document && { document, position: new Position(line, character) };
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}
