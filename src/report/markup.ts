/** A text that stands for itself in HTML and SVG, between tags and in quotes. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`);
}
