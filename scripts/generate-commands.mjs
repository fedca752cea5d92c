#!/usr/bin/env node
// node scripts/generate-commands.mjs [--check]: writes the snippets, their page and README's table from
// data/commands.json. With --check it writes nothing and fails if one of them is stale.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { tsImport } from 'tsx/esm/api';
import { root } from './support/run.mjs';

const { values: options } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const { expandSnippet, parseSnippet } = await tsImport('../src/exchange/shell/snippet.ts', import.meta.url);
const { describe, kindWords } = await tsImport('../src/exchange/shell/shell-command.ts', import.meta.url);
const { steps, sources, commands } = JSON.parse(textOf('data/commands.json'));

const page = 'docs/commands.md';
const markers = /(<!-- commands -->\n)[^]*?(<!-- \/commands -->)/;

put('snippets/exchange-shell.json', `${JSON.stringify(snippets(), undefined, 2)}\n`);
put(page, commandsPage());
put('README.md', textOf('README.md').replace(markers, (_, start, end) => start + table() + end));

function snippets() {
  return Object.fromEntries(commands.map(command => [command.title, { prefix: command.id, body: command.body, description: describe(command) }]));
}

function commandsPage() {
  return `<!-- Made by scripts/generate-commands.mjs from data/commands.json. -->

# Commands of the Exchange Management Shell

What an administrator needs of the shell while following the activation guide, step by step. In a PowerShell file, type
the name that starts with \`exch\`. Each cmdlet, parameter and listed value was compared with Microsoft's reference for
Exchange Server 2019 and SE; none was run on a server by us.
${steps.map(stepSection).join('')}
## Sources

${Object.values(sources).map(({ title, place, read }) => `- ${title}: ${place}, read ${read}\n`).join('')}`;
}

function stepSection({ id, title }) {
  return `\n## ${title}\n${commandsOf(id).map(commandSection).join('')}`;
}

function commandSection({ id, title, kind, description, body, prints, note, sources: named }) {
  return `
### ${title}

\`${id}\` · ${kindWords[kind]}

${description}

\`\`\`powershell
${expandSnippet(parseSnippet(body.join('\n')))}
\`\`\`

Result: ${prints}
${note ? `\n${note}\n` : ''}
Source: ${named.map(source => sources[source].title).join('; ')}
`;
}

function table() {
  const rows = steps.map(({ id, title }) => {
    const links = commandsOf(id).map(({ id: prefix, title: task }) => `[${prefix}](${page}#${anchorOf(task)})`);
    return `| ${title} | ${links.join(', ')} |\n`;
  });
  return ['\n| step of the guide | commands |\n', '| --- | --- |\n', ...rows, '\n'].join('');
}

function commandsOf(step) {
  return commands.filter(command => command.step === step);
}

/** The anchor that Markdown gives a heading. */
function anchorOf(heading) {
  return heading.toLowerCase().replaceAll(/[^\w\- ]/g, '').replaceAll(' ', '-');
}

function put(file, text) {
  if (textOf(file) === text) {
    return;
  }
  if (options.check) {
    console.error(`${file} doesn't show data/commands.json as it is: run "node scripts/generate-commands.mjs".`);
    process.exitCode = 1;
    return;
  }
  writeFileSync(path.join(root, file), text);
  console.log(`${file}: written.`);
}

function textOf(file) {
  try {
    return readFileSync(path.join(root, file), 'utf8');
  } catch {
    return undefined;
  }
}
