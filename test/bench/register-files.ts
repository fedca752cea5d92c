import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { cache } from './bundles';
import { makeRegister, type RegisterKind } from './registers';
import type { RegisterFacts } from './report';

/** Registers of one size, as files that are written when they are first asked for. */
export class RegisterFiles {
  private readonly written = new Set<RegisterKind>();

  constructor(readonly size: number, private readonly seed: number) {}

  ofSize(size: number, seed: number): RegisterFiles {
    return size === this.size ? this : new RegisterFiles(size, seed);
  }

  /** The file with the register. */
  text(kind: RegisterKind): string {
    this.write(kind);
    return this.fileFor(kind, 'license-register.yaml');
  }

  /** The file with the same as JSON. */
  json(kind: RegisterKind): string {
    this.write(kind);
    return this.fileFor(kind, 'json');
  }

  /** The register itself: made anew, since all of them at once would be much. */
  content(kind: RegisterKind): string {
    return makeRegister(kind, this.size, this.seed).text;
  }

  facts(kind: RegisterKind): RegisterFacts {
    const text = this.content(kind);
    return { bytes: Buffer.byteLength(text), lines: text.split('\n').length - 1 };
  }

  private write(kind: RegisterKind): void {
    if (!this.written.has(kind)) {
      const { text, json } = makeRegister(kind, this.size, this.seed);
      writeFileSync(this.fileFor(kind, 'license-register.yaml'), text);
      writeFileSync(this.fileFor(kind, 'json'), json);
      this.written.add(kind);
    }
  }

  private fileFor(kind: RegisterKind, ending: string): string {
    return path.join(cache, `${kind}-${this.size}.${ending}`);
  }
}
