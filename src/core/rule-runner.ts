import type { Severity, SeveritySetting } from './findings/finding';
import type { Fault } from './reading/fault';
import type { Context, Noted, Report, Rule, Scope, Scopes } from './rule';

/** What rules are run with, all but their subject and what they report to. */
export type RunContext = Omit<Context, 'report'>;

/** Runs the rules that are on, and gives what they report its severity. */
export class RuleRunner {
  private readonly byScope = new Map<Scope, Rule[]>();
  private readonly contexts = new Map<Scope, Context>();
  private running: Rule | undefined;
  private fault: Fault | undefined;
  private notes: Noted[] = [];

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
   * @param isBroken an assignment that takes part in no rule but those about its own shape
   */
  run<S extends Scope>(scope: S, subject: Scopes[S], notes: Noted[], isBroken = false): void {
    const rules = this.byScope.get(scope);
    if (!rules) {
      return;
    }
    this.fault = scope === 'fault' ? (subject as Scopes['fault']).fault : undefined;
    const faultRule = this.fault?.rule;
    const context: Context & Scopes[S] = Object.assign(this.contextFor(scope), subject);
    this.notes = notes;
    for (const rule of rules) {
      if ((faultRule === undefined || faultRule === rule.name) && (!isBroken || rule.evenBroken)) {
        this.running = rule;
        (rule.on[scope] as (subject: Context & Scopes[S]) => void)(context);
      }
    }
  }

  /** One object for all subjects of a scope: rules run one after the other, and keep nothing of it. */
  private contextFor(scope: Scope): Context {
    let context = this.contexts.get(scope);
    if (!context) {
      context = { ...this.context, report: this.report };
      this.contexts.set(scope, context);
    }
    return context;
  }

  private readonly report = (report: Report): void => {
    const rule = this.running!;
    // A rule that is off doesn't run.
    const severity = this.severityOf(rule.name) as Severity | undefined;
    this.notes.push({ ...report, rule: rule.name, severity: severity ?? report.severity ?? rule.severity, bySchema: this.fault?.bySchema });
  };
}
