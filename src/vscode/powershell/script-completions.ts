import { CompletionItem, CompletionItemKind, CompletionItemTag, CompletionTriggerKind, extensions, MarkdownString, Range, type CompletionContext, type CompletionItemProvider, type Position, type TextDocument } from 'vscode';
import type { CmdletIndex, ExchangeVersion } from '../../exchange/scripts/cmdlet-index';
import { describeCmdlet, describeCommonParameter, describeParameter } from '../../exchange/scripts/describe-cmdlet';
import { longestRead } from '../../exchange/scripts/read-script';
import { completeScript, type ScriptSuggestion } from '../../exchange/scripts/script-completion';
import type { Scripts } from './scripts';

/** The characters behind which suggestions are asked for unasked. */
export const completionTriggers = ['-', ' ', ','];

const kindOf = {
  cmdlet: CompletionItemKind.Function,
  parameter: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
} as const;

class SuggestedItem extends CompletionItem {
  constructor(
    readonly suggestion: ScriptSuggestion,
    readonly index: CmdletIndex,
    readonly version: ExchangeVersion,
  ) {
    super(suggestion.text, kindOf[suggestion.kind]);
  }
}

/**
 * Suggests cmdlets of Exchange, their parameters and values. The PowerShell extension completes all that its session
 * knows: where it is active, nothing is added.
 */
export class ScriptCompletions implements CompletionItemProvider<SuggestedItem> {
  private readonly scripts: Pick<Scripts, 'index' | 'optionsOf'>;
  private readonly isCompletedElsewhere: () => boolean;

  constructor(scripts: Pick<Scripts, 'index' | 'optionsOf'>, isCompletedElsewhere = () => extensions.getExtension('ms-vscode.powershell')?.isActive === true) {
    this.scripts = scripts;
    this.isCompletedElsewhere = isCompletedElsewhere;
  }

  async provideCompletionItems(document: TextDocument, position: Position, _token: unknown, { triggerKind, triggerCharacter }: CompletionContext): Promise<SuggestedItem[]> {
    const options = this.scripts.optionsOf(document);
    const offset = document.offsetAt(position);
    const index = options && offset <= longestRead && !this.isCompletedElsewhere() ? await this.scripts.index() : undefined;
    const completed = index && options && completeScript(document.getText(), offset, index, options.version);
    if (!completed) {
      return [];
    }
    const inserting = new Range(document.positionAt(completed.start), position);
    const range = { inserting, replacing: inserting.with({ end: document.positionAt(completed.end) }) };
    // Behind a blank or a comma nobody asked for all cmdlets.
    const isAsked = triggerKind !== CompletionTriggerKind.TriggerCharacter || triggerCharacter === '-';
    return completed.suggestions
      .filter(({ kind }) => isAsked || kind === 'value')
      .map(suggestion => {
        const item = new SuggestedItem(suggestion, index, options.version);
        item.range = range;
        item.filterText = suggestion.text;
        item.sortText = `${suggestion.rank} ${suggestion.kind === 'value' ? '' : suggestion.text}`;
        item.detail = detailOf(suggestion);
        item.tags = suggestion.isDeprecated ? [CompletionItemTag.Deprecated] : [];
        return item;
      });
  }

  resolveCompletionItem(item: SuggestedItem): SuggestedItem {
    item.documentation = new MarkdownString(describe(item));
    return item;
  }
}

function describe({ suggestion: { kind, text, cmdlet, parameter }, index, version }: SuggestedItem): string {
  if (kind === 'cmdlet') {
    return describeCmdlet(index, cmdlet, version);
  }
  return parameter ? describeParameter(index, cmdlet, parameter, version) : describeCommonParameter(text.slice(1));
}

function detailOf({ kind, parameter }: ScriptSuggestion): string | undefined {
  if (kind !== 'parameter' || !parameter) {
    return undefined;
  }
  return parameter.isSwitch ? 'Switch' : parameter.type;
}
