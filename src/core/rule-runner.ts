import type { Severity, SeveritySetting } from './finding';
import type { Context, Noted, Report, Rule, Scope, Scopes } from './rule';

/** What rules are run with, all but their subject and what they report to. */
export type RunContext = Omit<Context, 'report'>;

/** Runs the rules that are on, and gives what they report its severity. */
export class RuleRunner {
  private readonly byScope = new Map<Scope, Rule[]>();

  /**
   * @param rules in the order in which they run
   * @param severityOf what is set for a rule; undefined for its own
   */
  constructor(
    rules: readonly Rule[],
    private readonly context: RunContext,
    private readonly severityOf: (rule: string) => SeveritySetting | undefined,
  ) {
    for (const rule of rules) {
      if (severityOf(rule.name) === 'off' || rule.needs?.some(section => !context.sections.has(section))) {
        continue;
      }
      for (const scope of Object.keys(rule.on) as Scope[]) {
        const ofScope = this.byScope.get(scope);
        if (ofScope) {
          ofScope.push(rule);
        } else {
          this.byScope.set(scope, [rule]);
        }
      }
    }
  }

  /**
   * Runs the rules of a scope on one subject and adds what they report to `notes`.
   * @param isBroken an assignment that takes part in no rule but those about its own shape (MODEL D8)
   */
  run<S extends Scope>(scope: S, subject: Scopes[S], notes: Noted[], isBroken = false): void {
    const rules = this.byScope.get(scope);
    if (!rules) {
      return;
    }
    const faultRule = scope === 'fault' ? (subject as Scopes['fault']).fault.rule : undefined;
    let running = rules[0]!;
    const context = {
      ...this.context,
      ...subject,
      report: (report: Report) => {
        // `off` rules don't run.
        const severity = this.severityOf(running.name) as Severity | undefined;
        notes.push({ ...report, rule: running.name, severity: severity ?? report.severity ?? running.severity });
      },
    } as Context as Context & Scopes[S];
    for (const rule of rules) {
      if ((faultRule === undefined || faultRule === rule.name) && (!isBroken || rule.evenBroken)) {
        running = rule;
        (rule.on[scope] as (subject: Context & Scopes[S]) => void)(context);
      }
    }
  }
}
