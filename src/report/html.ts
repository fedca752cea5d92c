import { chartSvg } from './chart';
import type { Cell, Column, ReportDocument, Section, Table } from './document';
import { escaped } from './markup';
import { shownRows } from './shown-rows';
import { style } from './style';

/**
 * A report as one page of HTML that holds all it needs: no script, nothing from a network, and a policy that forbids
 * both. Inside VS Code it takes the colors of the theme.
 */
export function html({ title, facts, sections }: ReportDocument): string {
  const all = [...sections];
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>${escaped(title)}</h1>
<dl>${facts.map(([label, value]) => `<dt>${escaped(label)}</dt><dd>${escaped(value)}</dd>`).join('')}</dl>
<nav aria-label="Sections"><ul>${all.map(([name, { heading }]) => `<li><a href="#${name}">${escaped(heading)}</a></li>`).join('')}</ul></nav>
</header>
<main>
${all.map(([name, section]) => sectionHtml(name, section)).join('\n')}
</main>
</body>
</html>
`;
}

function sectionHtml(name: string, { heading, texts, charts = [], table }: Section): string {
  return [
    `<section aria-labelledby="${name}">`,
    `<h2 id="${name}">${escaped(heading)}</h2>`,
    ...texts.map(text => `<p>${escaped(text)}</p>`),
    ...charts.map((chart, index) => `<figure><h3>${escaped(chart.title)}</h3>${chartSvg(chart, `chart-${index + 1}`)}</figure>`),
    ...table && table.rows.length > 0 ? [tableHtml(heading, table)] : [],
    '</section>',
  ].join('\n');
}

function tableHtml(caption: string, table: Table): string {
  const { rows, remainder } = shownRows(table);
  return [
    // A wide table scrolls by itself, by keyboard too.
    `<div class="scroll" role="region" aria-label="${escaped(caption)}" tabindex="0">`,
    `<table><caption class="hidden">${escaped(caption)}</caption>`,
    `<thead><tr>${table.columns.map(column => `<th scope="col"${classOf(column)}>${escaped(column.title)}</th>`).join('')}</tr></thead>`,
    `<tbody>\n${rows.map(row => `<tr>${row.map((cell, index) => cellHtml(cell, table.columns[index]!, index === 0)).join('')}</tr>\n`).join('')}</tbody></table></div>`,
    ...remainder === undefined ? [] : [`<p>${escaped(remainder)}</p>`],
  ].join('\n');
}

function cellHtml(cell: Cell, column: Column, isFirst: boolean): string {
  const content = typeof cell === 'number' ? String(cell) : escaped(cell);
  const isAlarming = column.kind === 'alarm' && typeof cell === 'number' && cell > 0;
  return isFirst ? `<th scope="row">${content}</th>` : `<td${classOf(column, isAlarming)}>${content}</td>`;
}

function classOf({ kind }: Column, isAlarming = false): string {
  const name = kind === 'alarm' ? 'number' : kind;
  return name ? ` class="${name}${isAlarming ? ' short' : ''}"` : '';
}
