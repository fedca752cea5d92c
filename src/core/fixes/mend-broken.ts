import type { FaultOf } from '../reading/fault';
import { quote } from '../text/sentence';
import type { Place } from '../document/segment';
import type { ReportedFix } from './context';
import { textAt, writeScalar } from './yaml-text';

/** Makes a text of what was lost to a comment or an escape, or a comment of what is one. */
export function mendBroken(at: Place, { cause }: FaultOf<'broken-scalar'>): ReportedFix[] {
  const written = textAt(at);
  if (cause === 'escape') {
    const text = written.slice(1, -1);
    return [{ title: `Put it in single quotes, as it stands`, edits: [{ at, newText: writeScalar(text, "'") }], safe: false }];
  }
  const text = written.trimEnd();
  const comment = text.startsWith('#') ? 0 : text.search(/[ \t]#/) + 1;
  return [
    { title: `Put ${quote(text)} in quotes`, edits: [{ at, newText: writeScalar(text, '"') }], safe: false },
    { title: `Make ${quote(text.slice(comment))} a comment`, edits: [{ at, newText: `${written.slice(0, comment)}# ${written.slice(comment + 1)}` }], safe: false },
  ];
}
