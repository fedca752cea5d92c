import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, configure, edit, open, problems, until } from '../editor';

const register = vscode.Uri.parse('untitled:beside.license-register.yaml');
const modeline = '# yaml-language-server: $schema=license-register.schema.json\n';
const text = `purchases:
  - { id: PO-1, date: 2024-02-12, type: Core CAL Suite, quantity: 3, document: x }
assignments:
  - name: Anna Nowak
    email: anna.nowak@contoso.example
    assigned: 2024-03-04
    type: Core CAL Suite
    purchase: PO-1
`;

async function show(content: string): Promise<void> {
  const editor = await open(register);
  await edit(editor, builder => builder.replace(new vscode.Range(0, 0, editor.document.lineCount, 0), content));
}

/** How often each label is offered at the `|`. */
async function offered(marked: string): Promise<Map<string, number>> {
  await show(marked.replace('|', ''));
  const { document } = vscode.window.activeTextEditor!;
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', register, document.positionAt(marked.indexOf('|')));
  const counts = new Map<string, number>();
  for (const { label, kind } of items) {
    const name = typeof label === 'string' ? label : label.label;
    counts.set(name, (counts.get(name) ?? 0) + (kind === vscode.CompletionItemKind.Text ? 0 : 1));
  }
  return counts;
}

async function hovers(marked: string): Promise<number> {
  await show(marked.replace('|', ''));
  const { document } = vscode.window.activeTextEditor!;
  const told = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', register, document.positionAt(marked.indexOf('|')));
  return told.length;
}

describe('beside the YAML extension', () => {
  before('both extensions run', async () => {
    await show(text);
    await until('the YAML extension runs', () => vscode.extensions.getExtension('redhat.vscode-yaml')?.isActive);
  });

  afterEach(closeAll);

  for (const [name, head] of [['names no schema', ''], ['names a schema', modeline]] as const) {
    it(`a document that ${name} has each key, word and type offered once`, async () => {
      assert.equal((await offered(`${head}${text}    en|`)).get('ended'), 1);
      assert.equal((await offered(`${head}${text}    reason: |`)).get('left'), 1);
      assert.equal((await offered(`${head}${text}  - type: |`)).get('Core CAL Suite'), 1);
      assert.equal((await offered(`${head}${text}  - purchase: |`)).get('PO-1'), 1);
    });

    it(`a document that ${name} has its keys told once`, async () => {
      assert.equal(await hovers(`${head}${text.replace('assigned', 'assig|ned')}`), 1);
    });
  }

  describe('what the schema is enough to find', () => {
    const faulty = text.replace('assigned: 2024-03-04', 'asigned: 2024-03-04\n    ended: 2024-02-30');
    const rules = ['date-invalid', 'required-field', 'unknown-key'];
    /** Waits until the problems are of these rules. */
    const shown = (expected: string[]) => until(`the problems are ${expected.join(', ')}`, () => {
      const found = problems(register).join();
      return rules.every(rule => found.includes(rule) === expected.includes(rule));
    });

    it('is left to it where the document names a schema, from the moment it does', async () => {
      await show(faulty);
      await shown(rules);
      const editor = vscode.window.activeTextEditor!;
      await edit(editor, builder => builder.insert(new vscode.Position(0, 0), modeline));
      await shown(['date-invalid']);
      await edit(editor, builder => builder.delete(new vscode.Range(0, 0, 1, 0)));
      await shown(rules);
    });

    it('is shown where a setting asks for it, and where it validates nothing', async () => {
      await show(modeline + faulty);
      await shown(['date-invalid']);
      const yaml = vscode.workspace.getConfiguration('yaml');
      try {
        await configure('schemaFeatures', 'on');
        await shown(rules);
        await configure('schemaFeatures', undefined);
        await shown(['date-invalid']);
        await yaml.update('validate', false, vscode.ConfigurationTarget.Global);
        await shown(rules);
      } finally {
        await configure('schemaFeatures', undefined);
        await yaml.update('validate', undefined, vscode.ConfigurationTarget.Global);
      }
    });

    it('is mended here all the same', async () => {
      await show(modeline + faulty);
      await shown(['date-invalid']);
      const { document } = vscode.window.activeTextEditor!;
      const at = document.positionAt(document.getText().indexOf('asigned'));
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', register, new vscode.Range(at, at), vscode.CodeActionKind.QuickFix.value);
      assert.deepEqual(actions.map(({ title }) => title).filter(title => /asigned|unknown-key/.test(title)), ['Rename "asigned" to "assigned"']);
    });
  });

  it('a fault in the syntax is left to it', async () => {
    await show(`${text.replace('2024-03-04', '2024-02-30')}  - name: "Ewa\n`);
    await until('the check is done', () => problems(register).some(problem => problem.includes('date-invalid')));
    assert.deepEqual(problems(register).filter(problem => problem.includes('yaml-syntax')), []);
  });
});
