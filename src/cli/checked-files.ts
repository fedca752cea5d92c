import { byPath } from './by-path';
import type { CheckedFinding, CheckedRegister } from './formats/format';

/** The files that were checked, each once, however many registers they belong to. */
export class CheckedFiles {
  private readonly files = new Map<string, CheckedRegister>();
  private readonly included = new Set<string>();

  has(path: string): boolean {
    return this.files.has(path);
  }

  /** Takes the files of a register, itself first. What was found in a list on its own gives way to what is found in it with a register that includes it. */
  add([register, ...included]: readonly CheckedRegister[]): void {
    this.files.set(register!.path, register!);
    for (const file of included) {
      const former = this.included.has(file.path) ? this.files.get(file.path)! : undefined;
      // Places in another text, as each register would mend it, can't stand side by side.
      this.files.set(file.path, former?.text === file.text ? together(former, file) : file);
      this.included.add(file.path);
    }
  }

  /** In the order of their paths. */
  list(): CheckedRegister[] {
    return [...this.files.values()].sort(byPath);
  }
}

/** A file as two registers see it, with what both find once. */
function together(one: CheckedRegister, other: CheckedRegister): CheckedRegister {
  const known = new Set(one.findings.map(identity));
  const findings = [...one.findings, ...other.findings.filter(finding => !known.has(identity(finding)))];
  return { ...one, findings: findings.sort(({ range: { start: a } }, { range: { start: b } }) => a.line - b.line || a.character - b.character) };
}

function identity({ rule, range: { start, end }, message }: CheckedFinding): string {
  return [rule, start.line, start.character, end.line, end.character, message].join('\0');
}
