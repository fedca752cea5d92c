import { extensions, workspace, type Disposable, type Extension, type Uri } from 'vscode';

const id = 'redhat.vscode-yaml';

/** The widespread YAML extension: it reads YAML with the parser that we have, and so finds the same faults in its syntax. */
export class YamlExtension implements Disposable {
  readonly #onChange: () => void;
  readonly #subscription: Disposable;
  #awaited = false;

  /** @param onChange is called when it has come, gone or become active */
  constructor(onChange: () => void) {
    this.#onChange = onChange;
    this.#subscription = extensions.onDidChange(() => {
      this.#awaited = false;
      onChange();
    });
  }

  /** Whether it shows the faults in the syntax of a YAML document. */
  showsSyntaxOf(uri: Uri): boolean {
    const extension = extensions.getExtension(id);
    if (extension && !extension.isActive) {
      this.#await(extension);
      return false;
    }
    return extension !== undefined && workspace.getConfiguration('yaml', uri).get('validate') !== false;
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  /** An open YAML document activates it as it does us; only asking for the same once more tells when that is done. */
  #await(extension: Extension<unknown>): void {
    if (!this.#awaited) {
      this.#awaited = true;
      extension.activate().then(this.#onChange, () => {});
    }
  }
}
