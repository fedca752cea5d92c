import type { FaultOf, SyntaxFaultCode } from '../reading/fault';
import { defineRule, placeIn } from '../rule';
import { quote, say, type Sentence } from '../text/sentence';

export default defineRule({
  name: 'yaml-syntax',
  severity: 'error',
  on: {
    fault({ fault, segment, report }) {
      report({
        at: placeIn(segment, fault),
        message: sentenceFor(fault, segment.text.slice(fault.start, fault.end)),
        related: fault.opening ? [{ at: placeIn(segment, fault.opening), message: say`The text starts here.` }] : [],
      });
    },
  },
});

function sentenceFor({ code, detail }: FaultOf<'yaml-syntax'>, text: string): Sentence {
  if (code === 'UNKNOWN_ANCHOR') {
    return say`No ${quote(`&${detail}`)} stands above ${quote(text)}: name an anchor that does, or write the value out.`;
  }
  const missing = code === 'MISSING_CHAR' ? /^Missing closing (["'])/.exec(detail)?.[1] : undefined;
  if (missing) {
    return say`This text has no closing ${missing}: add it where the text ends.`;
  }
  const unclosed = code === 'BAD_INDENT' ? /end with a (\S)/.exec(detail)?.[1] : undefined;
  if (unclosed) {
    return say`A ${unclosed} is missing: add it behind the last value that belongs inside.`;
  }
  return sentences[code] ?? sentences.UNEXPECTED_TOKEN!;
}

const sentences: Readonly<Partial<Record<SyntaxFaultCode, Sentence>>> = {
  BAD_DQ_ESCAPE: say`In double quotes a \\ starts a special character: write \\\\ for a plain one, or use single quotes.`,
  BAD_INDENT: say`This line is indented differently from the lines it belongs to: give all keys of an entry the same indentation.`,
  BAD_SCALAR_START: say`A text can't start with this character: put the whole text in quotes.`,
  BLOCK_AS_IMPLICIT_KEY: say`A value can't hold a further key on its line: put the text in quotes, or the key on a line of its own.`,
  BLOCK_IN_FLOW: say`Between braces or brackets, items are separated by commas, not by lines with a dash.`,
  DASH_WITHOUT_BLANK: say`A blank is missing behind the dash of a new entry: write it as \`- key: value\`.`,
  KEY_OVER_1024_CHARS: say`This key is longer than 1024 characters: most likely a quote or a colon is missing before it.`,
  MERGE_MARK: say`A merge is left open here: decide which of the lines between these marks stay, and delete the marks.`,
  MISSING_CHAR: say`Something is missing here, most likely the colon and blank behind a key: write it as \`key: value\`.`,
  MULTILINE_IMPLICIT_KEY: say`A colon is missing: a key and its value are written as \`key: value\`, on one line.`,
  NO_DASH: say`A new entry begins with a dash and a blank, not with this: write it as \`- key: value\`.`,
  RESOURCE_EXHAUSTION: say`This is nested too deeply to be read: a register needs five levels at most.`,
  STRAY_LINE: say`This line is neither a key nor part of an entry: write it as \`key: value\`, or indent it to where it belongs.`,
  TAB_AS_INDENT: say`A line can't be indented by tabs: use blanks.`,
  TOO_DEEP: say`This is nested too deeply to be read: a register needs five levels at most.`,
  TOO_MANY_ALIASES: say`Aliases bring in too much here to be read: write the values out.`,
  UNEXPECTED_TOKEN: say`This can't be read as part of what stands above it: check its indentation, and quotes and colons before it.`,
};
