import { extensions, workspace, type Disposable, type Uri } from 'vscode';

const id = 'redhat.vscode-yaml';

/** What the YAML extension does, each under the setting with which it is turned off. */
export type YamlPart = 'validate' | 'hover' | 'completion';

/** Whether the widespread YAML extension is active and does something for a YAML document. */
export function yamlExtensionDoes(part: YamlPart, uri: Uri): boolean {
  return extensions.getExtension(id)?.isActive === true && workspace.getConfiguration('yaml', uri).get(part) !== false;
}

/** Tells when the YAML extension comes, goes or becomes active. */
export class YamlExtension implements Disposable {
  private readonly onChange: () => void;
  private readonly subscription: Disposable;
  private isAwaited = false;

  constructor(onChange: () => void) {
    this.onChange = onChange;
    this.subscription = extensions.onDidChange(() => {
      this.isAwaited = false;
      onChange();
    });
  }

  /** Waits for it to become active where it isn't: to be called whenever there is a YAML document. */
  await(): void {
    const extension = extensions.getExtension(id);
    if (extension && !extension.isActive && !this.isAwaited) {
      this.isAwaited = true;
      // An open YAML document activates it as it does us; only asking for the same once more tells when that is done.
      extension.activate().then(this.onChange, () => {});
    }
  }

  dispose(): void {
    this.subscription.dispose();
  }
}
