import type { Cell, ReportDocument, Section, Table } from './document';
import { shownRows } from './shown-rows';

/** A report as a page of Markdown with tables. */
export function markdown({ title, facts, sections }: ReportDocument): string {
  const blocks = [
    `# ${escaped(title)}`,
    facts.map(([label, value]) => `- ${label}: ${escaped(value)}`).join('\n'),
    ...[...sections.values()].flatMap(sectionBlocks),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function sectionBlocks({ heading, texts, table }: Section): string[] {
  return [`## ${escaped(heading)}`, ...texts.map(escaped), ...table && table.rows.length > 0 ? tableBlocks(table) : []];
}

function tableBlocks(table: Table): string[] {
  const { rows, remainder } = shownRows(table);
  const lines = [
    table.columns.map(({ title }) => escaped(title)),
    table.columns.map(({ kind }) => kind === 'number' || kind === 'alarm' ? '---:' : '---'),
    ...rows.map(row => row.map(cellText)),
  ];
  return [lines.map(cells => `| ${cells.join(' | ')} |`).join('\n'), ...remainder === undefined ? [] : [escaped(remainder)]];
}

function cellText(cell: Cell): string {
  return typeof cell === 'number' ? String(cell) : escaped(cell);
}

/** A text that stands for itself in Markdown, in a table too. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>|~$&]/g, '\\$&');
}
