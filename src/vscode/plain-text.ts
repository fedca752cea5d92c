import { MarkdownString } from 'vscode';

/**
 * Paragraphs that stand for themselves in Markdown, addresses not as links. What VS Code makes of `appendText` has no
 * blank at which a line could break.
 */
export function plainText(paragraphs: readonly string[]): MarkdownString {
  return new MarkdownString(paragraphs.map(paragraph => paragraph.replace(/[!-/:-@[-`{-~]/g, '\\$&')).join('\n\n'));
}
