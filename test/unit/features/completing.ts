import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parseDay } from '../../../src/core/calendar';
import { RegisterCheck } from '../../../src/core/check';
import { mainPath } from '../../../src/core/register/inclusion';
import { lineStartsOf, positionAt } from '../../../src/core/text/text';
import { completionsAt } from '../../../src/features/completion/complete';
import type { Completion, CompletionList } from '../../../src/features/completion/completion';
import { Known } from '../../../src/features/completion/known';
import { placeIn, placeInText } from '../../../src/features/place';
import type { RegisterSchema } from '../../../src/features/schema-keys';

const schema = JSON.parse(readFileSync('schemas/license-register.schema.json', 'utf8')) as RegisterSchema;
const today = parseDay('2026-11-24')!;

interface Circumstances {
  readonly leavesSchema?: boolean;
  readonly indentation?: number;
  /** The text as it was checked last, where the one at hand isn't checked yet. */
  readonly checked?: string;
  /** The addresses of mailboxes in an export that the text names as `m.csv`. */
  readonly mailboxes?: readonly string[];
}

/** What is offered at the `|` of a text, and the text with an item in it. */
export class Offered {
  readonly list: CompletionList;
  readonly text: string;
  private readonly start: number;

  constructor(marked: string, { leavesSchema = false, indentation = 2, checked, mailboxes = [] }: Circumstances = {}) {
    const offset = marked.indexOf('|');
    this.text = marked.replace('|', '');
    const position = positionAt(lineStartsOf(this.text), offset);
    const check = new RegisterCheck(checked ?? this.text, { today });
    check.work();
    if (mailboxes.length > 0) {
      const exported = mailboxes.map(email => ({ name: email, email, login: undefined, otherAddresses: [], kind: 'user' as const, accountDisabled: false, features: [], lastLogon: undefined, delegates: [] }));
      check.bringExports([{ path: mainPath, kind: 'mailboxes', file: 'm.csv', isRead: true, problems: [], mailboxes: exported }]);
      check.work();
    }
    const spot = checked === undefined ? check.spotAt(position) : undefined;
    const place = spot ? placeIn(spot.segment, spot.offset) : placeInText(this.text, position);
    const known = new Known();
    const seen = spot ?? check.spotAt({ line: 0, character: 0 });
    if (seen) {
      known.open(seen, () => check.contents());
    }
    this.list = completionsAt({
      place, known, schema, today, indentation, leavesSchema,
      foundRules: scope => check.findings().filter(({ range }) => scope === 'file' || range.start.line === position.line + (scope === 'line' ? 0 : 1)).map(({ rule }) => rule),
    });
    this.start = offset - place.offset;
  }

  get labels(): string[] {
    return this.list.items.map(({ label }) => label);
  }

  /** The text with the item of a label, where the cursor is then: at the first place to fill in. */
  with(label: string): string {
    const item = this.item(label);
    const { start, end } = item.replaced;
    const written = item.isSnippet ? expanded(item.newText) : `${item.newText}|`;
    assert.ok(!this.text.slice(this.start + start, this.start + end).includes('\n'), 'a completion replaces a part of one line');
    return this.text.slice(0, this.start + start) + written + this.text.slice(this.start + end);
  }

  item(label: string): Completion {
    const item = this.list.items.find(each => each.label === label);
    assert.ok(item, `${label} is not among ${this.labels.join(', ')}`);
    return item;
  }
}

/** A snippet as it stands once it is in a text, with hints and first choices where something is to be filled in. */
function expanded(snippet: string): string {
  const text = snippet
    .replace(/\$1(?!\d)/, '|')
    .replace(/\$\{(\d+)(?::((?:\\.|[^}])*)|\|((?:\\.|[^|])*)\|)\}/g, (_, number: string, hint: string | undefined, choices: string | undefined) => `${number === '1' ? '|' : ''}${hint ?? choices!.split(',', 1)[0]}`)
    .replace(/\\([\\$}])/g, '$1');
  return text.includes('|') ? text : `${text}|`;
}
