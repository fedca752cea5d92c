import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { render, type Position } from '../../../src/report';
import { style } from '../../../src/report/style';
import { namesIn, readText, root } from '../helpers/examples';
import { positionIn, positionWith } from './positions';

const folder = 'test/reports';

/** The position by a register of the folder, with the exports beside it. What rules say is told in test/sentences. */
async function positionOf(name: string): Promise<Position> {
  const position = await wholePositionOf(name);
  return { ...position, causes: position.causes.map(({ findings, ...cause }) => ({ ...cause, findings: findings.map(finding => ({ ...finding, message: `What ${cause.rule} says.` })) })) };
}

async function wholePositionOf(name: string): Promise<Position> {
  const register = readText(folder, name, 'license-register.yaml');
  const exports = namesIn(path.join(folder, name)).filter(file => file.endsWith('.csv'));
  return exports.length > 0
    ? positionWith(register, Object.fromEntries(exports.map(file => [path.basename(file, '.csv'), readText(folder, name, file)])))
    : positionIn(register, name === 'past' ? '2026-04-01' : undefined);
}

// With SENTENCES=write in the environment they are written anew: read what differs before it is committed.
describe('What a report says', () => {
  for (const name of namesIn(folder)) {
    it(`is as it was agreed upon, of a register: ${name}`, async () => {
      const position = await positionOf(name);
      const pages = { 'report.md': render(position, 'markdown'), 'report.html': render(position, 'html').replace(style, ''), 'report.json': render(position, 'json') };
      for (const [file, page] of Object.entries(pages)) {
        if (process.env.SENTENCES === 'write') {
          writeFileSync(path.join(root, folder, name, file), page);
        }
        assert.equal(page, namesIn(path.join(folder, name)).includes(file) ? readText(folder, name, file) : 'nothing yet');
      }
    });
  }
});
