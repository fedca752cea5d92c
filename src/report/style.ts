/**
 * The look of a report: on a page of its own in the colors that the reader's system prefers, inside VS Code in those of
 * the theme, on paper in black on white.
 */
export const style = `
:root {
  color-scheme: light dark;
  --text: var(--vscode-foreground, #1f2328); --ground: var(--vscode-editor-background, #ffffff); --faint: var(--vscode-descriptionForeground, #59636e);
  --rule: var(--vscode-widget-border, var(--vscode-contrastBorder, #d1d9e0)); --band: var(--vscode-keybindingTable-rowsBackground, var(--vscode-editor-background, #f6f8fa));
  --link: var(--vscode-textLink-foreground, #0969da); --short: var(--vscode-editorError-foreground, var(--vscode-errorForeground, #b42318));
  --owned: var(--vscode-charts-blue, #0550ae); --assigned: var(--vscode-charts-orange, #9a4a00); --focus: var(--vscode-focusBorder, #0969da);
}
@media (prefers-color-scheme: dark) {
  :root {
    --text: var(--vscode-foreground, #e6edf3); --ground: var(--vscode-editor-background, #0d1117); --faint: var(--vscode-descriptionForeground, #9198a1);
    --rule: var(--vscode-widget-border, var(--vscode-contrastBorder, #3d444d)); --band: var(--vscode-keybindingTable-rowsBackground, var(--vscode-editor-background, #151b23));
    --link: var(--vscode-textLink-foreground, #4493f8); --short: var(--vscode-editorError-foreground, var(--vscode-errorForeground, #ff7b72));
    --owned: var(--vscode-charts-blue, #79c0ff); --assigned: var(--vscode-charts-orange, #ffa657); --focus: var(--vscode-focusBorder, #4493f8);
  }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem 2rem 4rem; max-width: 76rem; background: var(--ground); color: var(--text); font: var(--vscode-font-size, 15px)/1.5 var(--vscode-font-family, system-ui, "Segoe UI", sans-serif); }
h1 { margin: 0 0 .5rem; font-size: 1.75rem; line-height: 1.25; text-wrap: balance; }
h2 { margin: 2.5rem 0 .5rem; padding-bottom: .25rem; border-bottom: 1px solid var(--rule); font-size: 1.25rem; }
h3 { margin: 1.25rem 0 .25rem; font-size: 1rem; }
p { margin: .4rem 0; max-width: 48rem; }
a { color: var(--link); }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; margin: 0; }
dt { color: var(--faint); }
dd { margin: 0; overflow-wrap: anywhere; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 1rem 0 0; padding: 0; list-style: none; }
.scroll { overflow-x: auto; margin: .75rem 0; }
table { width: 100%; border-collapse: collapse; font-size: .9em; font-variant-numeric: tabular-nums; }
th, td { padding: .3rem .6rem; border-bottom: 1px solid var(--rule); text-align: left; vertical-align: top; }
tbody th { font-weight: 600; }
thead th { border-bottom-width: 2px; white-space: nowrap; }
tbody tr:nth-child(even) { background: var(--band); }
.number { text-align: right; }
.day { white-space: nowrap; }
tbody th { min-width: 11rem; }
.short { color: var(--short); font-weight: 700; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
figure { margin: .75rem 0; }
svg { display: block; width: 100%; max-width: 56rem; height: auto; font-size: 12px; }
svg text { fill: var(--text); }
.axis line { stroke: var(--rule); }
.owned, .assigned { fill: none; stroke-width: 2.25; }
.owned { stroke: var(--owned); stroke-dasharray: 7 4; }
.assigned { stroke: var(--assigned); }
.short-ground { fill: var(--short); opacity: .12; }
.short-hatch { fill: var(--short); opacity: .45; }
@media print {
  :root { --text: #000; --ground: #fff; --faint: #333; --rule: #999; --band: #f4f4f4; --link: #000; --short: #a00000; --owned: #0550ae; --assigned: #9a4a00; }
  @page { margin: 12mm; size: landscape; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  nav { display: none; }
  .scroll { overflow: visible; }
  table { font-size: 8pt; }
  th, td { padding: .15rem .3rem; }
  tbody th { min-width: 0; }
  svg { max-width: 40rem; }
  thead { display: table-header-group; }
  tr, figure { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
}
`;
