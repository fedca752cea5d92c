import assert from 'node:assert/strict';
import { style } from '../../../src/report/style';

/** The colors of ours that VS Code has in high contrast; that theme leaves out those of bands and borders of widgets. */
const inHighContrast = new Set(['foreground', 'editor-background', 'descriptionForeground', 'contrastBorder', 'textLink-foreground', 'errorForeground', 'charts-blue', 'charts-orange', 'focusBorder']);

describe('The colors of a report', () => {
  it('are those of VS Code in its high contrast too: one of ours beside them may hide the text', () => {
    const colors = [...style.matchAll(/--([a-z]+): ((?:var\(--vscode-[\w-]+, )+)#/g)];
    assert.ok(colors.length >= 20, `${colors.length} colors`);
    for (const [, name, chain] of colors) {
      const known = [...chain!.matchAll(/--vscode-([\w-]+)/g)].map(([, color]) => color!);
      assert.ok(known.some(color => inHighContrast.has(color)), `--${name}`);
    }
  });
});
