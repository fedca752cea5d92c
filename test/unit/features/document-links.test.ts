import assert from 'node:assert/strict';
import { mainPath } from '../../../src/core/register/inclusion';
import { fileLinks } from '../../../src/features/document-links';
import { checkedRegister, told } from './marked-register';

const links = (text: string, included: Record<string, string> = {}, path = mainPath) =>
  fileLinks(checkedRegister(text, included).namedFiles(path)).map(({ at, target }) => `${told(at)} → ${'path' in target ? target.path : `written ${target.written}`}`);

describe('Links to files', () => {
  it('lead to exports, there or not, without their quotes', () => {
    assert.deepEqual(links('exports:\n  mailboxes: "a b.csv"\n  cals: exports/cals.csv\n  taken: 2026-01-05\n'), ['2: a b.csv → written a b.csv', '3: exports/cals.csv → written exports/cals.csv']);
  });

  it('lead to the file that a glob matches, if it is one', () => {
    assert.deepEqual(links('include: [\'people.yaml\', missing.yaml]\n', { 'people.yaml': '- name: Anna\n' }), ['1: people.yaml → people.yaml']);
    const check = checkedRegister('include:\n  - "*.yaml"\n  - more/*.yaml\n', {});
    check.include([{ path: mainPath, glob: '*.yaml', outcome: 'found', files: ['a', 'b'], unreadable: [] }, { path: mainPath, glob: 'more/*.yaml', outcome: 'found', files: ['c'], unreadable: [] }], new Map());
    check.work();
    assert.deepEqual(fileLinks(check.namedFiles()).map(({ at }) => told(at)), ['3: more/*.yaml']);
  });

  it('are none elsewhere', () => {
    assert.deepEqual(links('purchases:\n  - { id: PO-1, document: people.yaml }\n'), []);
    assert.deepEqual(links('', {}, 'gone.yaml'), []);
  });
});
