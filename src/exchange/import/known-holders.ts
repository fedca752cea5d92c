import { Multimap } from '../../core/collections/multimap';
import { normalize } from '../../core/register/identifier';
import type { Assignment } from '../../core/register/model';
import { readRegister } from '../../core/reading/read-register';
import { readLicenseType, type RegisterSettings } from '../../core/register/settings';

/** Who holds what in a register already. */
export class KnownHolders {
  readonly settings: RegisterSettings;
  private readonly byIdentifier = new Multimap<string, Assignment>();

  constructor(register: string) {
    const { segments, settings } = readRegister(register);
    this.settings = settings;
    for (const { entries } of segments) {
      for (const assignment of entries.filter(entry => entry.entryKind === 'assignment')) {
        identifiersIn(assignment).forEach(id => this.byIdentifier.add(id, assignment));
      }
    }
  }

  /** The assignments of whoever has one of these addresses or logins, or of a device. */
  of({ email, login, device }: { readonly email?: string | undefined; readonly login?: string | undefined; readonly device?: string | undefined }): Assignment[] {
    const ids = device === undefined ? [email, login].flatMap(each => each === undefined ? [] : namesLike(each)) : [`device ${normalize(device)}`];
    return ids.flatMap(id => [...this.byIdentifier.get(id)]);
  }

  /** Types that mean the same have the same key. */
  typeKey(text: string): string {
    return readLicenseType(text, this.settings)?.name ?? normalize(text);
  }
}

function identifiersIn({ email, login, otherAddresses = [], device }: Assignment): Set<string> {
  if (device) {
    return new Set([`device ${normalize(device.value)}`]);
  }
  return new Set([email, login, ...otherAddresses].flatMap(leaf => leaf ? namesOf(leaf.value) : []));
}

/** Under what somebody is found: with a domain, in any domain too. */
function namesOf(identifier: string): string[] {
  const { id, user } = partsOf(identifier);
  return user === undefined ? [id] : [id, inAnyDomain(user)];
}

/** Under what somebody is looked up: lists have logins with their domain or without, and so has the register; two domains are two people. */
function namesLike(identifier: string): string[] {
  const { id, user } = partsOf(identifier);
  return [id, user ?? inAnyDomain(id)];
}

function partsOf(identifier: string): { readonly id: string; readonly user: string | undefined } {
  const id = normalize(identifier);
  const backslash = id.indexOf('\\');
  return { id, user: backslash < 0 ? undefined : id.slice(backslash + 1) };
}

function inAnyDomain(user: string): string {
  return `\\${user}`;
}
