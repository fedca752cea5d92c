// Stands in for the YAML extension: where a document names a schema it offers keys, words and examples, and tells of
// keys; without one it has nothing to say of them.
const { CompletionItem, CompletionItemKind, Hover, languages } = require('vscode');

const namesSchema = document => /^# yaml-language-server: \$schema=/m.test(document.getText());

exports.activate = ({ subscriptions }) => {
  subscriptions.push(
    languages.registerCompletionItemProvider('yaml', {
      provideCompletionItems: document =>
        namesSchema(document) ? ['ended', 'reason', 'left', 'Core CAL Suite'].map(label => new CompletionItem(label, CompletionItemKind.Property)) : [],
    }),
    languages.registerHoverProvider('yaml', {
      provideHover: document => (namesSchema(document) ? new Hover('Told by the YAML extension.') : undefined),
    }),
  );
};
