import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, edit, open, untilProblems } from './editor';

const register = vscode.Uri.parse('untitled:hovered.license-register.yaml');
const text = `- name: Anna Nowak
  email: anna.nowak@contoso.example
  assigned: 2024-03-04
  type: Exchange Server 2019 Standard User CAL
  purchase: 0147
`;

async function told(line: number, character: number): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', register, new vscode.Position(line, character));
  return hovers.flatMap(({ contents }) => contents.map(content => (typeof content === 'string' ? content : content.value))).join('\n');
}

async function show(content: string): Promise<void> {
  const editor = await open(register);
  await edit(editor, builder => builder.replace(new vscode.Range(0, 0, editor.document.lineCount, 0), content));
}

describe('Hovers', () => {
  afterEach(closeAll);

  it('tell of keys and of values', async () => {
    await show(text);
    await untilProblems(register, ['5:13-17 warning unquoted-scalar']);
    assert.match(await told(2, 4), /Day/);
    assert.match(await told(3, 12), /standard features/);
  });

  it('tell of people, devices and servers, in texts that can break and hold no links', async () => {
    await show(`servers:
  - { name: EX01, version: 2019, edition: Trial, installed: 2026-01-01 }
devices:
  - { name: KIOSK-01, users: [ewa.lis@contoso.example] }
assignments:
  - { name: Anna Nowak, email: anna.nowak@contoso.example, assigned: 2024-03-04, type: Core CAL Suite }
`);
    await untilProblems(register, ['2:28-32 warning server-unsupported', '2:43-48 error trial-expired', '4:31-54 error device-users-uncovered', '6:13-23 warning purchase-missing']);
    assert.match(await told(1, 13), /180 days of the trial/);
    assert.match(await told(3, 13), /No Device CAL covers it today\\\..*ewa\\\.lis\\@contoso/s);
    assert.match(await told(5, 13), /Covered today by Core CAL Suite/);
  });

  it('tell of keys where the document names a schema, too, as long as nobody else does', async () => {
    await show(`# yaml-language-server: $schema=license-register.schema.json\n${text}`);
    await untilProblems(register, ['6:13-17 warning unquoted-scalar']);
    assert.match(await told(3, 4), /Day the license was assigned/);
    assert.match(await told(4, 12), /standard features/);
  });
});
