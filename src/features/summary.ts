import type { Finding } from '../core/findings/finding';
import type { RegisterOverview } from '../core/overview';
import { counted } from '../core/text/sentence';
import { countFindings, sumOf, tellCount } from './count';
import { ownedToday } from './owned';
import { separator } from './seats';

/** What Problems lists: no hints. The gravest first. */
const listed = ['error', 'warning', 'info'] as const;

/** A register in one line. */
export interface Summary {
  /** `280 people covered · 300 CALs · 2 errors`. */
  readonly text: string;
  /** The less grave findings; empty where there are none. */
  readonly detail: string;
  /** The gravest severity among them; undefined without any. */
  readonly gravest: (typeof listed)[number] | undefined;
}

const words = { error: ['error', 'errors'], warning: ['warning', 'warnings'], info: ['note', 'notes'] } as const;

/** @param findings those of each of its files */
export function summaryOf(overview: RegisterOverview, findings: readonly (readonly Finding[])[]): Summary {
  const byFile = findings.map(countFindings);
  const told = listed.flatMap(severity => {
    const [one, many] = words[severity];
    return tellCount(sumOf(byFile.map(counts => counts[severity])), one, many);
  });
  const gravest = listed.find(severity => byFile.some(counts => counts[severity].count > 0));
  return {
    text: [
      `${counted(overview.covered.people, 'person', 'people').text} covered`,
      ...tellCount(ownedToday(overview).cals, 'CAL', 'CALs'),
      ...told.slice(0, 1),
    ].join(separator),
    detail: told.length > 0 ? told.slice(1).join(', ') : 'no findings',
    gravest,
  };
}
