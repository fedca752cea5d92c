import type { Day } from '../../core/calendar';
import { nearest } from '../../core/text/edit-distance';
import type { Finding, Fix } from '../../core/findings/finding';
import { either, quote, say, type Sentence } from '../../core/text/sentence';
import { lineStartsOf, positionAt, type Range } from '../../core/text/text';
import { bind, type Binding, type BoundParameter } from './binding';
import type { Cmdlet, CmdletIndex, ExchangeVersion, Parameter } from './cmdlet-index';
import { guideCertificateFixes, guideServerFixes } from './guide-fixes';
import { readScriptInSteps } from './read-script';
import type { Command, ConstantValue, Script, Stretch } from './script';
import { scriptRules, type ScriptRule } from './script-rules';
import { unsilenced } from './script-suppressions';
import { finish, type Steps } from '../steps';
import { targetOf, type Target } from './target';

/** What a check of a script depends on beside its text. */
export interface ScriptCheckOptions {
  readonly version: ExchangeVersion;
  /** The day of the check: comments may silence a finding until one. */
  readonly today: Day;
  /** `auto`: only scripts that use Exchange's cmdlets; `on`: each script is taken for one of Exchange Server. */
  readonly scope: 'auto' | 'on';
}

/** An edit in offsets of the script. */
export interface ScriptEdit extends Stretch {
  readonly newText: string;
}

/** What mends a finding, in offsets of the script. */
export interface ScriptFix {
  readonly title: string;
  readonly edits: readonly ScriptEdit[];
}

/** A finding in a script, with what mends it; nothing of it is safe to do unasked. */
export interface ScriptFinding extends Finding {
  readonly fixes: readonly Fix[];
}

/** A script as it was read and checked. */
export interface CheckedScript {
  readonly script: Script;
  readonly target: Target;
  readonly findings: readonly ScriptFinding[];
}

/**
 * What is wrong with the Exchange cmdlets that a PowerShell script calls, in the order of the text. Nothing is said about
 * scripts of Exchange Online but what holds everywhere, little about those that may be some, and nothing about what the
 * script or something that it brings in may define.
 */
export function checkScript(text: string, index: CmdletIndex, options: ScriptCheckOptions): readonly ScriptFinding[] {
  return finish(checkScriptInSteps(text, index, options)).findings;
}

/** {@link checkScript}, a statement or a command at a time. */
export function* checkScriptInSteps(text: string, index: CmdletIndex, options: ScriptCheckOptions): Steps<CheckedScript> {
  const script = yield* readScriptInSteps(text);
  const target = targetOf(text, script, index);
  if (target === 'none' && options.scope === 'auto') {
    return { script, target, findings: [] };
  }
  const check = new ScriptCheck(text, script, index, options.version, options.scope === 'on' ? 'server' : target);
  yield* check.run();
  return { script, target, findings: unsilenced(check.findings, text, options.today) };
}

/** Modules and scripts that bring in no cmdlets with names like Exchange's. */
const harmless = /^(?:ActiveDirectory|WebAdministration|IISAdministration|ServerManager|PS\w+|Microsoft\.PowerShell\.\w+|.*\b(?:RemoteExchange|Exchange|ConnectFunctions)\.ps1['"]?)$/i;

/** Five times the same group: what instructions show in place of a key. */
const standIn = /^([A-Z0-9]{5})(?:-\1){4}$/i;

const productKey = /^(?:[A-Z0-9]{5}-){4}[A-Z0-9]{5}$/i;

/** Of more cmdlets that have a parameter none is probably meant. */
const mostOwners = 3;

class ScriptCheck {
  readonly findings: ScriptFinding[] = [];
  private readonly text: string;
  private readonly script: Script;
  private readonly index: CmdletIndex;
  private readonly version: ExchangeVersion;
  private readonly target: Target;
  private readonly mayBringIn: boolean;
  private lineStarts: readonly number[] | undefined;

  constructor(text: string, script: Script, index: CmdletIndex, version: ExchangeVersion, target: Target) {
    this.text = text;
    this.script = script;
    this.index = index;
    this.version = version;
    this.target = target;
    this.mayBringIn = script.bringsIn.some(name => !harmless.test(name));
  }

  *run(): Steps<void> {
    for (const command of this.script.commands) {
      this.check(command);
      yield;
    }
  }

  private check(command: Command): void {
    const name = command.name.toLowerCase();
    if (!/^[a-z]+[-\u2013-\u2015]/.test(name) || this.script.definitions.has(name)) {
      return;
    }
    const cmdlet = this.index.cmdlet(name);
    if (cmdlet) {
      this.checkCall(cmdlet, command);
    } else if (name === 'install-exchangecertificate') {
      this.report('unknown-cmdlet', nameOf(command), say`There is no cmdlet Install-ExchangeCertificate, and no certificate activates a server or a CAL: a server is activated with Set-ExchangeServer -ProductKey, and a CAL is assigned in the register.`, guideCertificateFixes(this.text, command));
    } else if (this.target !== 'online') {
      this.checkUnknown(command);
    }
  }

  private checkCall(cmdlet: Cmdlet, command: Command): void {
    const binding = bind(this.index, cmdlet, command);
    const guide = cmdlet.name === 'Set-ClientAccessServer' && binding.named.find(({ element }) => element.name.toLowerCase() === 'clientaccessserverenabled');
    if (guide) {
      this.report('unknown-parameter', nameOfParameter(guide), say`Set-ClientAccessServer has no parameter -ClientAccessServerEnabled (Set-IRMConfiguration has one, for rights management) and licenses nothing: a server is activated with Set-ExchangeServer -ProductKey.`, guideServerFixes(this.text, command, binding));
      return;
    }
    this.checkProductKey(cmdlet, binding);
    if (this.target === 'online') {
      return;
    }
    const isInVersion = (cmdlet.products & this.bit) !== 0;
    if (!isInVersion) {
      if (!command.isGuarded && this.isMeantForServer(cmdlet.products)) {
        this.reportGone(cmdlet, command);
      }
    } else if (cmdlet.supersededBy && !command.isGuarded) {
      this.reportSuperseded(cmdlet, cmdlet.supersededBy, command, binding);
    }
    for (const bound of binding.named) {
      if (bound.parameter === undefined) {
        this.reportUnknownParameter(cmdlet, bound);
      } else if (typeof bound.parameter === 'object' && isInVersion) {
        this.checkParameter(cmdlet, bound, bound.parameter, command);
      }
    }
  }

  private checkProductKey(cmdlet: Cmdlet, { named }: Binding): void {
    for (const { parameter, argument } of named) {
      const [value] = argument?.values ?? [];
      if (cmdlet.name === 'Set-ExchangeServer' && typeof parameter === 'object' && parameter.name === 'ProductKey' && value && productKey.test(value.text) && !standIn.test(value.text)) {
        this.report('plain-product-key', value, say`The product key stands in the script: let the shell ask for it with (Read-Host 'Product key'), and remember that the file's history still has it.`, [
          { title: "Ask for the product key: (Read-Host 'Product key')", edits: [{ start: value.start, end: value.end, newText: "(Read-Host 'Product key')" }] },
        ]);
      }
    }
  }

  private reportGone(cmdlet: Cmdlet, command: Command): void {
    const { products } = cmdlet;
    const isLater = products > this.bit;
    const known = this.index.productsOf(isLater ? products & -products : products & (this.bit - 1)).at(-1) ?? '';
    this.report(
      'gone-cmdlet',
      nameOf(command),
      isLater ? say`${cmdlet.name} came with ${known} and is not in Exchange ${this.version}.` : say`${cmdlet.name} is not in Exchange ${this.version}: ${known} was the last version with it.`,
      [],
    );
  }

  private reportSuperseded(cmdlet: Cmdlet, successor: string, command: Command, { named }: Binding): void {
    const next = this.index.cmdlet(successor);
    const takesAll = next !== undefined && named.every(({ element }) => this.index.resolve(next, element.name) !== undefined);
    this.report(
      'superseded-cmdlet',
      nameOf(command),
      say`${cmdlet.name} is superseded: use ${successor}.`,
      takesAll ? [{ title: `Replace with ${successor}`, edits: [{ ...nameOf(command), newText: successor }] }] : [],
      ['deprecated'],
    );
  }

  private checkParameter(cmdlet: Cmdlet, bound: BoundParameter, parameter: Parameter, { isGuarded }: Command): void {
    if ((parameter.products & this.bit) === 0) {
      if (isGuarded || !this.isMeantForServer(parameter.products)) {
        return;
      }
      this.report(
        'parameter-not-in-version',
        nameOfParameter(bound),
        say`Exchange ${this.version} has no parameter -${parameter.name} of ${cmdlet.name}: only ${either(this.index.productsOf(parameter.products))} has it.`,
        [this.removal(bound)],
      );
    } else if (parameter.isClosedList && !parameter.values.every(value => /^\d/.test(value))) {
      // A list of numbers stands for words that the reference doesn't tell.
      for (const value of bound.argument?.values ?? []) {
        this.checkValue(parameter, value);
      }
    }
  }

  private checkValue(parameter: Parameter, value: ConstantValue): void {
    const listed = parameter.values.map(each => each.toLowerCase());
    const words = value.text.split(',').map(word => word.trim());
    const unknown = words.find(word => /^[a-z]\w*$/i.test(word) && !listed.some(each => each.startsWith(word.toLowerCase())));
    if (unknown !== undefined) {
      const quoted = value.isQuoted ? 1 : 0;
      const fixes = words.length > 1 ? [] : nearest(unknown.toLowerCase(), listed, 2).map(each => {
        const newText = parameter.values[listed.indexOf(each)]!;
        return { title: `Replace with ${newText}`, edits: [{ start: value.start + quoted, end: value.end - quoted, newText }] };
      });
      this.report('unknown-value', value, say`${quote(unknown)} is none of the values that the reference lists for -${parameter.name}: ${either(parameter.values)}.`, fixes);
    }
  }

  private reportUnknownParameter(cmdlet: Cmdlet, bound: BoundParameter): void {
    const { name } = bound.element;
    const names = cmdlet.parameters.filter(({ products }) => (products & this.bit) !== 0).map(parameter => parameter.name);
    const byLower = new Map(names.map(each => [each.toLowerCase(), each]));
    const near = nearest(name.toLowerCase(), byLower.keys(), name.length < 6 ? 1 : 2).map(each => byLower.get(each)!);
    if (near.length === 0 && this.target === 'either') {
      return;
    }
    this.report('unknown-parameter', nameOfParameter(bound), this.tellUnknownParameter(cmdlet, name, near), [
      ...near.map(each => ({ title: `Replace with -${each}`, edits: [{ start: bound.element.start + 1, end: bound.element.nameEnd, newText: each }] })),
      this.removal(bound),
    ]);
  }

  private tellUnknownParameter(cmdlet: Cmdlet, name: string, near: readonly string[]): Sentence {
    if (near.length > 0) {
      return say`${cmdlet.name} has no parameter -${name}: it has -${either(near)}.`;
    }
    const owners = this.index.ownersOf(name);
    return owners.length > 0 && owners.length <= mostOwners
      ? say`${cmdlet.name} has no parameter -${name}: ${either(owners)} has one.`
      : say`${cmdlet.name} has no parameter -${name}.`;
  }

  private removal({ element, argument }: BoundParameter): ScriptFix {
    const end = Math.max(element.end, argument?.end ?? 0);
    const start = element.start - (/[ \t]*$/.exec(this.text.slice(0, element.start).slice(-40))?.[0].length ?? 0);
    return { title: `Remove -${element.name}${argument ? ' and its value' : ''}`, edits: [{ start, end, newText: '' }] };
  }

  private checkUnknown(command: Command): void {
    const other = this.index.otherCmdlet(command.name);
    if (other) {
      if (!command.isGuarded && !this.mayBringIn && this.isMeantForServer(other.products)) {
        this.report('other-product-cmdlet', nameOf(command), say`${other.name} is not in Exchange ${this.version}, only in ${either(this.index.productsOf(other.products))}.`, []);
      }
      return;
    }
    const similar = this.mayBringIn ? [] : similarCmdlets(this.index, command);
    if (similar.length > 0) {
      this.report(
        'unknown-cmdlet',
        nameOf(command),
        say`Exchange has no cmdlet ${command.name}: there is ${either(similar)}.`,
        similar.map(name => ({ title: `Replace with ${name}`, edits: [{ ...nameOf(command), newText: name }] })),
      );
    }
  }

  /** Whether a script that uses something of these products is wrong about it: Exchange Online may be what it is for. */
  private isMeantForServer(products: number): boolean {
    return this.target === 'server' || !this.index.isOnline(products);
  }

  private get bit(): number {
    return this.index.bitOf(this.version);
  }

  private report(rule: ScriptRule, at: Stretch, { text: message, template, arguments: values }: Sentence, fixes: readonly ScriptFix[], tags: Finding['tags'] = []): void {
    this.findings.push({
      rule,
      severity: scriptRules[rule],
      message,
      template,
      arguments: values,
      range: this.rangeOf(at),
      related: [],
      fixes: fixes.map(({ title, edits }): Fix => ({ title, safe: false, edits: edits.map(({ newText, ...stretch }) => ({ range: this.rangeOf(stretch), newText })) })),
      tags,
    });
  }

  private rangeOf({ start, end }: Stretch): Range {
    this.lineStarts ??= lineStartsOf(this.text);
    return { start: positionAt(this.lineStarts, start), end: positionAt(this.lineStarts, end) };
  }
}

function nameOf({ start, nameEnd }: Command): Stretch {
  return { start, end: nameEnd };
}

function nameOfParameter({ element }: BoundParameter): Stretch {
  return { start: element.start, end: element.nameEnd };
}

/** With something before or behind it a name is another's: `Get-ADOrganizationalUnit`, `Get-EOSharingPolicy` of a session with a prefix. */
function isPartOf(noun: string, other: string): boolean {
  return other.startsWith(noun) || other.endsWith(noun);
}

/**
 * The cmdlets that a name was probably meant to be; none where it may well be somebody's own function. A slip of the
 * keyboard is one or two letters within the noun of a cmdlet; a wrong verb must come with parameters that one cmdlet of
 * that noun has.
 */
function similarCmdlets(index: CmdletIndex, { name, elements }: Command): string[] {
  const [verb, noun] = name.toLowerCase().split(/[-\u2013-\u2015]/, 2) as [string, string];
  const given = elements.flatMap(element => (element.kind === 'parameter' ? [element.name.toLowerCase()] : []));
  const slips = slipsOf(noun, index.nounsOf(verb));
  if (slips.length > 0) {
    return slips.slice(0, 3).map(each => index.cmdlet(`${verb}-${each}`)!.name);
  }
  if (given.length < 2) {
    return [];
  }
  return index.cmdletsOf(noun).filter(each => {
    const cmdlet = index.cmdlet(each)!;
    return given.every(parameter => typeof index.resolve(cmdlet, parameter) === 'object');
  });
}

/** The nouns that a noun is a slip of. Short ones are too near to one another to tell. */
function slipsOf(noun: string, nouns: Iterable<string>): string[] {
  if (noun.length < 6) {
    return [];
  }
  const letters = noun.length < 10 ? 1 : 2;
  return nearest(noun, nouns, letters).filter(other => !isPartOf(noun, other) && !isPartOf(other, noun));
}
