#!/usr/bin/env node
// node scripts/generate-rule-index.mjs [--check]: writes the tables of rules into README.md, docs/rules/README.md and
// docs/powershell/README.md, and what VS Code offers for their severities into package.json, from the lists of rules and
// their pages. With --check it writes nothing and fails if something is stale.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { tsImport } from 'tsx/esm/api';
import { root } from './support/run.mjs';

const { values: options } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const { rules } = await tsImport('../src/core/rules/index.ts', import.meta.url);
const { scriptRules } = await tsImport('../src/exchange/scripts/script-rules.ts', import.meta.url);
const { severities } = await tsImport('../src/core/findings/finding.ts', import.meta.url);
const { summaryOf } = await tsImport('../src/cli/rule-pages.ts', import.meta.url);

const markers = /(<!-- rules -->\n)[^]*?(<!-- \/rules -->)/;

try {
  const themes = themesOf(rules);
  putTables('docs/rules/README.md', [...themes].map(([theme, listed]) => `\n## ${theme}\n\n${table(listed, '')}`).join('') + '\n');
  putTables('README.md', [...themes].map(([theme, listed]) => `\n**${theme}**\n\n${table(listed, 'docs/rules/')}`).join('') + '\n');
  putTables('docs/powershell/README.md', table(Object.entries(scriptRules).map(([name, severity]) => ({ name, severity, summary: summaryOf(readPage('docs/powershell', name)) })), ''));
  put('package.json', text => {
    const manifest = JSON.parse(text);
    manifest.contributes.configuration.properties['exchangeLicenseRegister.severities'].properties = severitySettings(themes);
    return `${JSON.stringify(manifest, undefined, 2)}\n`;
  });
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

/** The rules with what their pages say of them, by theme, both in the order of the list. */
function themesOf(listed) {
  const themes = new Map();
  for (const { name, severity } of listed) {
    const page = readPage('docs/rules', name);
    const theme = /\*\*Theme:\*\* (.+)$/m.exec(page)?.[1];
    if (!theme) {
      throw new Error(`docs/rules/${name}.md names no theme: write "**Theme:** …" behind its severity.`);
    }
    themes.set(theme, [...(themes.get(theme) ?? []), { name, severity, summary: summaryOf(page) }]);
  }
  return themes;
}

function readPage(folder, rule) {
  return readFileSync(path.join(root, folder, `${rule}.md`), 'utf8');
}

function table(listed, folder) {
  const rows = listed.map(({ name, severity, summary }) => `| [${name}](${folder}${name}.md) | ${severity} | ${summary.replaceAll('|', '\\|')} |\n`);
  return ['| rule | severity | what it tells |\n', '| --- | --- | --- |\n', ...rows].join('');
}

/** The severities that can be set in VS Code, by rule. */
function severitySettings(themes) {
  const listed = [...themes.values()].flat();
  return Object.fromEntries(listed.map(({ name, severity, summary }) => [name, {
    type: 'string',
    enum: [...severities, 'off'],
    description: `${summary} Without a setting: ${severity}.`,
  }]));
}

function putTables(file, tables) {
  put(file, text => {
    if (!markers.test(text)) {
      throw new Error(`${file} has no place for the rules: put "<!-- rules -->" and "<!-- /rules -->" on lines of their own.`);
    }
    return text.replace(markers, (_, start, end) => start + tables + end);
  });
}

/** Writes a file anew by what `update` makes of its text. */
function put(file, update) {
  const location = path.join(root, file);
  const text = readFileSync(location, 'utf8');
  const updated = update(text);
  if (updated === text) {
    return;
  }
  if (options.check) {
    throw new Error(`${file} doesn't show the rules as they are: run "node scripts/generate-rule-index.mjs".`);
  }
  writeFileSync(location, updated);
  console.log(`${file}: written.`);
}
