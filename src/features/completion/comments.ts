import { formatDay, type Day } from '../../core/calendar';
import { unsuppressible } from '../../core/fixes/silence';
import { placeholder } from '../../core/fixes/snippet';
import type { Suppression } from '../../core/findings/suppressions';
import type { Completion } from './completion';
import type { Cursor } from '../cursor';
import { ruleOffers } from './words';

/** A comment in which somebody writes. */
export interface CommentRequest {
  readonly comment: Extract<Cursor, { at: 'comment' }>;
  readonly text: string;
  readonly offset: number;
  /** Whether it stands above all content, where it can speak of the whole file. */
  readonly isHead: boolean;
  readonly today: Day;
  /** The rules that have findings where a comment speaks of: on its line, on the next one, or in the file. */
  readonly foundRules: (scope: Suppression['scope']) => readonly string[];
}

/** Comments that silence findings, with their rules: those that have something to say there first. */
export function completeComment(request: CommentRequest): Completion[] {
  const { comment, text, offset } = request;
  const before = text.slice(comment.start, offset);
  const marked = /^#[ \t]*license-register-disable-(line|next-line|file)[ \t]+(?!(?:.*\s)?--(?:\s|$))(.*)$/.exec(before);
  return marked ? completeTerms(request, marked[1] as Suppression['scope'], marked[2]!) : completeMark(request, before);
}

const marks: readonly { readonly scope: Suppression['scope']; readonly detail: string; readonly fits: (request: CommentRequest) => boolean }[] = [
  { scope: 'next-line', detail: 'silences rules on the next line', fits: ({ comment }) => comment.isAlone },
  { scope: 'line', detail: 'silences rules on this line', fits: ({ comment }) => !comment.isAlone },
  { scope: 'file', detail: 'silences rules in this file', fits: ({ comment, isHead }) => comment.isAlone && isHead },
];

function completeMark(request: CommentRequest, before: string): Completion[] {
  const typed = /^#([ \t]*)([\w-]*)$/.exec(before);
  if (!typed) {
    return [];
  }
  const { offset, text } = request;
  const word = /^[\w-]*/.exec(text.slice(offset))![0];
  return marks.filter(({ fits }) => fits(request)).map(({ scope, detail }) => ({
    label: `license-register-disable-${scope}`,
    kind: 'word',
    detail,
    replaced: { start: offset - typed[2]!.length, end: offset + word.length },
    newText: `${typed[1] === '' ? ' ' : ''}license-register-disable-${scope} `,
    suggestsNext: true,
  }));
}

/** What can stand behind the mark: `RULE[, RULE] [until YYYY-MM-DD] -- reason`. */
function completeTerms({ text, offset, comment, today, foundRules }: CommentRequest, scope: Suppression['scope'], terms: string): Completion[] {
  const words = terms.split(/[\s,]+/);
  const typed = words.at(-1)!;
  const given = words.slice(0, -1).filter(Boolean);
  const rest = text.slice(offset, comment.end);
  const word = /^[\w-]*/.exec(rest)![0];
  const replaced = { start: offset - typed.length, end: offset + word.length };
  const isLast = rest.slice(word.length).trim() === '';
  if (given.at(-1) === 'until') {
    return [{ label: formatDay(today), kind: 'day', detail: 'today; works through this day', replaced, newText: formatDay(today) }];
  }
  if (given.includes('until')) {
    return isLast ? [reasonAt(replaced)] : [];
  }
  const found = foundRules(scope);
  const offers = ruleOffers().filter(({ text: rule }) => !given.includes(rule) && !unsuppressible.includes(rule));
  const isFound = ({ text: rule }: { readonly text: string }) => found.includes(rule);
  const rules = [...offers.filter(isFound), ...offers.filter(offer => !isFound(offer))].map((offer): Completion => ({
    label: offer.text,
    kind: 'rule',
    detail: isFound(offer) ? 'found here' : offer.detail,
    replaced,
    newText: isLast ? `${offer.text} -- ${placeholder(1, 'reason')}` : offer.text,
    isSnippet: isLast,
  }));
  return given.length > 0 && isLast ? [reasonAt(replaced), { label: 'until', kind: 'word', detail: 'the last day on which it works', replaced, newText: 'until ', suggestsNext: true }, ...rules] : rules;
}

function reasonAt(replaced: Completion['replaced']): Completion {
  return { label: '-- reason', kind: 'word', detail: 'why it is silenced', replaced, newText: `-- ${placeholder(1, 'reason')}`, isSnippet: true };
}
