#!/usr/bin/env node
// node scripts/generate-format.mjs [--check]: writes docs/format.md, the reference of all keys, from the schema.
// With --check it writes nothing and fails if the page is stale.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './support/run.mjs';

const { values: options } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const schema = JSON.parse(readFileSync(path.join(root, 'schemas/license-register.schema.json'), 'utf8'));
const file = 'docs/format.md';
const termTitle = '`softwareAssurance`, `subscription`, `absence`';

const page = `<!-- Made by scripts/generate-format.mjs from schemas/license-register.schema.json. -->

# The register's format

A register is YAML 1.2, one document a file. The smallest is a list of assignments; the full one is a mapping with the
sections below. Each section is optional and switches on its own checks. A key with nothing behind it counts as missing.
Dates are \`YYYY-MM-DD\`. Keys that start with \`x-\` are yours, everywhere. What is compared (numbers, addresses, names,
license types) is compared without regard to case and runs of blanks.

A register may lie in several files: \`include\` names the others. Purchase ids are unique over all of them, and seats are
counted over all of them.

${section('The register', { ...schema.else, required: [] })}
${Object.entries(schema.else.properties).map(([key, value]) => sectionOf(key, value)).join('')}
${section(termTitle, schema.definitions.term)}`;

const location = path.join(root, file);
const written = `${page.replace(/\n{3,}/g, '\n\n').trimEnd()}\n`;
if (written !== textOf(location)) {
  if (options.check) {
    console.error(`${file} doesn't show the schema as it is: run "node scripts/generate-format.mjs".`);
    process.exitCode = 1;
  } else {
    writeFileSync(location, written);
    console.log(`${file}: written.`);
  }
}

function textOf(location) {
  try {
    return readFileSync(location, 'utf8');
  } catch {
    return undefined;
  }
}

/** The section of a key of the register: what its entries, or its own keys, are. */
function sectionOf(key, value) {
  const { definition, list } = definitionOf(value);
  return definition?.properties ? section(`\`${key}\``, definition, list ? value.description : undefined) : '';
}

function definitionOf(value) {
  const resolve = ({ $ref }) => $ref && schema.definitions[$ref.replace('#/definitions/', '')];
  return { definition: resolve(value) ?? (value.items && resolve(value.items)), list: value.type === 'array' };
}

function section(title, { description, properties, required = [] }, about) {
  const rows = Object.entries(properties).map(([key, value]) => `| \`${key}\`${required.includes(key) ? ' *' : ''} | ${cell(described(value))} | ${cell(exampleOf(value))} |\n`);
  return `\n## ${title}\n\n${[about, description].filter(Boolean).join(' ')}\n\n| key | what it is | example |\n| --- | --- | --- |\n${rows.join('')}${required.length > 0 ? '\n\\* required\n' : ''}`;
}

function described(value) {
  return value.description ?? definitionOf(value).definition?.description ?? '';
}

function exampleOf({ examples, items, allOf, type }) {
  const example = examples?.[0] ?? (items?.examples ? [items.examples[0]] : allOf ? { from: '2025-09-01', until: '2028-08-31' } : undefined);
  if (example === undefined) {
    return type === 'array' && items?.$ref ? 'a list' : '';
  }
  return `\`${flow(example)}\``;
}

/** A value as YAML writes it on one line. */
function flow(value) {
  if (Array.isArray(value)) {
    return `[${value.map(flow).join(', ')}]`;
  }
  return typeof value === 'object' ? `{ ${Object.entries(value).map(([key, each]) => `${key}: ${flow(each)}`).join(', ')} }` : String(value);
}

function cell(text) {
  return text.replaceAll('|', '\\|');
}
