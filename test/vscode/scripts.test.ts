import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { CmdletIndex, type CmdletIndexFile } from '../../src/exchange/scripts/cmdlet-index';
import { ScriptCompletions } from '../../src/vscode/powershell/script-completions';
import { followFirstCode, closeAll, configure, edit, open, pause, problems, until, untilProblems } from './editor';

const guide = `Set-ClientAccessServer -Identity <ServerName> -ClientAccessServerEnabled $true
Install-ExchangeCertificate -Services SMTP -KeySize 2048 -DomainName <DomainName> -FriendlyName <FriendlyName> -PrivateKeyExportable $true
`;
const guideProblems = ['1:47-73 warning unknown-parameter', '2:1-28 warning unknown-cmdlet'];
const extension = vscode.extensions.getExtension('exchange-license-register.exchange-license-register')!;
let count = 0;

/** An untitled script with a text. */
async function script(text: string): Promise<vscode.TextEditor> {
  const editor = await open(vscode.Uri.parse(`untitled:script-${++count}.ps1`));
  assert.equal(editor.document.languageId, 'powershell');
  await edit(editor, builder => builder.insert(new vscode.Position(0, 0), text));
  return editor;
}

async function told({ document }: vscode.TextEditor, line: number, character: number): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, new vscode.Position(line, character));
  return hovers.flatMap(({ contents }) => contents.map(content => (typeof content === 'string' ? content : content.value))).join('\n');
}

async function suggested({ document }: vscode.TextEditor, line: number, character: number, trigger?: string): Promise<vscode.CompletionItem[]> {
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, new vscode.Position(line, character), trigger, 2000);
  return items;
}

const labels = (items: readonly vscode.CompletionItem[]) => items.map(({ label }) => (typeof label === 'string' ? label : label.label));

describe('PowerShell scripts', () => {
  afterEach(async () => {
    await configure('powershell.check', undefined);
    await configure('exchangeVersion', undefined);
    await closeAll();
  });

  it('have findings on the commands of the guide, each with its page, until they are closed', async () => {
    const { document } = await script(guide);
    await untilProblems(document.uri, guideProblems);
    const codes = vscode.languages.getDiagnostics(document.uri).map(({ code }) => (typeof code === 'object' ? code.target.toString() : undefined));
    assert.deepEqual(codes, ['license-register-rule:/powershell/unknown-parameter.md', 'license-register-rule:/powershell/unknown-cmdlet.md']);
    await closeAll();
    await untilProblems(document.uri, []);
  });

  it('follow the text, with line breaks of Windows too', async () => {
    const editor = await script(guide);
    await untilProblems(editor.document.uri, guideProblems);
    await edit(editor, builder => builder.setEndOfLine(vscode.EndOfLine.CRLF));
    await edit(editor, builder => builder.insert(new vscode.Position(0, 0), '# One line more.\n'));
    await untilProblems(editor.document.uri, ['2:47-73 warning unknown-parameter', '3:1-28 warning unknown-cmdlet']);
    await edit(editor, builder => builder.insert(new vscode.Position(0, 0), "$text = @'\n"));
    await untilProblems(editor.document.uri, []);
  });

  it("offer first what the guide's commands were meant for, and nothing unasked", async () => {
    const editor = await script(guide);
    const { document } = editor;
    await untilProblems(document.uri, guideProblems);
    const actionsOn = (line: number, kind?: vscode.CodeActionKind) => vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, new vscode.Range(line, 5, line, 50), kind?.value, 100);
    const server = await actionsOn(0, vscode.CodeActionKind.QuickFix);
    const certificate = await actionsOn(1, vscode.CodeActionKind.QuickFix);
    const titles = (actions: readonly vscode.CodeAction[]) => actions.map(({ title }) => title.split(/[:,;(]/)[0]!.trim());
    assert.deepEqual(titles(server), ['Activate the server', 'Comment it out', 'Use Set-ClientAccessService', 'Suppress "unknown-parameter" here']);
    assert.deepEqual(titles(certificate), ['Activate the server', 'Comment it out', 'Install an issued certificate', 'Create a self-signed certificate', 'Suppress "unknown-cmdlet" here']);
    assert.ok([...server, ...certificate].every(({ isPreferred }) => isPreferred !== true));
    assert.deepEqual(await actionsOn(0, vscode.CodeActionKind.SourceFixAll), []);
    await vscode.workspace.applyEdit(certificate[1]!.edit!);
    await vscode.workspace.applyEdit(server[0]!.edit!);
    await untilProblems(document.uri, []);
    assert.match(document.getText(), /^Set-ExchangeServer -Identity <ServerName> -ProductKey \(Read-Host 'Product key'\)\r?\n# .*\r?\n# Restart-Service -Name MSExchangeIS\r?\n# Install-ExchangeCertificate/);
  });

  it('can have a finding silenced, with a reason', async () => {
    const editor = await script('if ($true) {\n    Get-UMMailbox\n}\n');
    const { document } = editor;
    await untilProblems(document.uri, ['2:5-18 information gone-cmdlet']);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, new vscode.Range(1, 6, 1, 6), vscode.CodeActionKind.QuickFix.value, 100);
    await vscode.workspace.applyEdit(actions.at(-1)!.edit!);
    await untilProblems(document.uri, []);
    assert.equal(document.lineAt(1).text, '    # license-register-disable-next-line gone-cmdlet -- reason');
  });

  it('tell on hover of cmdlets and parameters', async () => {
    const editor = await script('Set-ExchangeServer -Identity EX01 -prod x\nGet-ChildItem\n');
    let text = '';
    await until('there is a hover', () => {
      void told(editor, 0, 3).then(hover => (text = hover));
      return text !== '';
    });
    assert.match(text, /\*\*Set-ExchangeServer\*\*[^]*2019, SE[^]*\(https:\/\/learn\.microsoft\.com\/powershell\/module\/exchangepowershell\/set-exchangeserver\)/);
    assert.match(await told(editor, 0, 36), /\*\*-ProductKey\*\* of Set-ExchangeServer/);
    assert.equal(await told(editor, 1, 3), '');
  });

  it('suggest cmdlets, parameters and values, with what is known of them', async () => {
    const editor = await script('Get-ExchangeServ\nSet-ExchangeServer -\nEnable-ExchangeCertificate -Services \n# Get-\n');
    let cmdlets: vscode.CompletionItem[] = [];
    await until('there are suggestions', () => {
      void suggested(editor, 0, 16).then(items => (cmdlets = items));
      return labels(cmdlets).includes('Get-ExchangeServer');
    });
    const parameters = await suggested(editor, 1, 20, '-');
    const key = parameters.find(({ label }) => label === '-ProductKey')!;
    assert.equal(key.detail, 'ProductKey');
    assert.match((key.documentation as vscode.MarkdownString).value, /\*\*-ProductKey\*\* of Set-ExchangeServer/);
    assert.ok(!labels(parameters).includes('Get-ExchangeServer'));
    assert.ok(labels(await suggested(editor, 2, 37, ' ')).includes('SMTP'));
    assert.ok(!labels(await suggested(editor, 3, 6)).some(label => label.startsWith('Get-')));
    assert.ok(!labels(await suggested(editor, 4, 0, ' ')).includes('Get-Mailbox'));
  });

  it('suggest nothing where the PowerShell extension does', async () => {
    const { document } = await script('Get-ExchangeServ');
    const index = new CmdletIndex(JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension.extensionUri, 'data/exchange-cmdlets.json')))) as CmdletIndexFile);
    const suggestedWith = async (isElsewhere: boolean) => {
      const scripts = { index: () => Promise.resolve(index), optionsOf: () => ({ scope: 'auto', version: 'SE', today: 1 }) as const };
      const provider = new ScriptCompletions(scripts, () => isElsewhere);
      return labels(await provider.provideCompletionItems(document, new vscode.Position(0, 16), undefined, { triggerKind: vscode.CompletionTriggerKind.Invoke, triggerCharacter: undefined }));
    };
    assert.ok((await suggestedWith(false)).includes('Get-ExchangeServer'));
    assert.deepEqual(await suggestedWith(true), []);
  });

  it('are checked as the settings say', async () => {
    const { document } = await script('Get-UMMailbox\nGet-User -Nonsense x\n');
    await untilProblems(document.uri, ['1:1-14 information gone-cmdlet', '2:10-19 warning unknown-parameter']);
    await configure('exchangeVersion', '2016');
    await untilProblems(document.uri, ['2:10-19 warning unknown-parameter']);
    await configure('powershell.check', 'off');
    await untilProblems(document.uri, []);
    assert.deepEqual(labels(await suggested(await open(document.uri), 0, 13)).filter(label => label.startsWith('Get-UMM')), []);
    await configure('powershell.check', undefined);
    await configure('exchangeVersion', undefined);
    await untilProblems(document.uri, ['1:1-14 information gone-cmdlet', '2:10-19 warning unknown-parameter']);
  });

  it('that use nothing of Exchange have no findings, unless all are checked', async () => {
    const { document } = await script('Get-User -Nonsense x\n');
    await pause(1000);
    assert.deepEqual(problems(document.uri), []);
    await configure('powershell.check', 'on');
    await untilProblems(document.uri, ['1:10-19 warning unknown-parameter']);
  });

  it('stand in no other document, whatever shows it', async () => {
    const scheme = 'other-side-of-a-script';
    const provider = vscode.workspace.registerTextDocumentContentProvider(scheme, { provideTextDocumentContent: () => guide });
    try {
      const otherSide = vscode.Uri.from({ scheme, path: '/script.ps1' });
      await open(otherSide);
      const { document } = await script(guide);
      await untilProblems(document.uri, guideProblems);
      assert.deepEqual(vscode.languages.getDiagnostics(otherSide), []);
    } finally {
      provider.dispose();
    }
  });

  it('may be long', async () => {
    const { document } = await script(`${'Get-Mailbox -Identity x | Set-Mailbox -Type Shared\n'.repeat(100_000)}Get-UMMailbox\n`);
    await untilProblems(document.uri, ['100001:1-14 information gone-cmdlet']);
  });
});

describe('the page of a rule for scripts', () => {
  afterEach(closeAll);

  it('opens rendered when the code of a diagnostic is followed', async () => {
    const { document } = await script(guide);
    await untilProblems(document.uri, guideProblems);
    const { viewType } = await followFirstCode(document.uri);
    assert.equal(viewType, 'vscode.markdown.preview.editor');
  });

  it('is all that can be read at such an address', async () => {
    const read = async (path: string) => new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.parse(`license-register-rule:${path}`)));
    assert.match(await read('/powershell/unknown-cmdlet.md'), /^# unknown-cmdlet/);
    assert.match(await read('/powershell/README.md'), /^# Rules for PowerShell scripts/);
    for (const path of ['/powershell/cal-key.md', '/unknown-cmdlet.md', '/powershell/../format.md', '/powershell/%2e%2e/format.md', '/powershell/..%2fformat.md', '/rules/cal-key.md', '/powershell/powershell/unknown-cmdlet.md', '/format.md']) {
      await assert.rejects(read(path), vscode.FileSystemError, path);
    }
  });
});
