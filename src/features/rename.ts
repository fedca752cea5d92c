import type { ReportedEdit } from '../core/fixes/context';
import { replaceScalar, textAt } from '../core/fixes/yaml-text';
import { normalize } from '../core/register/identifier';
import { splitLogin } from '../core/register/login';
import type { Place } from '../core/document/segment';
import { quote } from '../core/text/sentence';
import type { Spot } from '../core/spot';
import { mentionAt, mentionsAlike, mentionsIn, personOf, withinQuotes, type Mention, type Readable } from './mentions';

/** What can be renamed. */
export interface Renamable {
  /** Between the quotes, if there are any. */
  readonly at: Place;
  /** What it reads there, which escapes may spell differently. */
  readonly name: string;
}

/** Why something isn't done, in a sentence for who asked for it. */
export interface Refusal {
  readonly problem: string;
}

/** What a rename at a position would rename. */
export function renamableAt(spot: Spot): Renamable | Refusal {
  const mention = mentionAt(spot);
  return mention ? { at: withinQuotes(mention.leaf), name: mention.leaf.value.trim() } : nothingToRename;
}

const nothingToRename: Refusal = { problem: 'Only purchase ids, servers, devices, and names, addresses, logins and staff numbers of people can be renamed.' };

/**
 * Renames what is named at a position, wherever the register says the same of the same. Each place keeps its quotes,
 * and a login stays with or without its domain.
 * @returns the replacements; none where all stays as it is
 */
export function rename(spot: Spot, newName: string, register: Readable): readonly ReportedEdit[] | Refusal {
  const mention = mentionAt(spot);
  const name = newName.trim();
  if (!mention) {
    return nothingToRename;
  }
  if (name === '') {
    return { problem: 'The new name is empty.' };
  }
  if (mention.named !== 'name' && isTaken(name, mention, spot, register)) {
    return { problem: `${quote(name)} already names another ${mention.named === 'employee' ? 'person' : mention.named} in this register.` };
  }
  const places = mentionsAlike(mention, spot, register).map(({ leaf }) => leaf);
  const stray = places.find(place => isAlias(place) && !places.some(each => isWithin(each, register.targetOf(place))));
  if (stray) {
    return { problem: `${quote(textAt(stray))} stands for a value that is written at another place: change it there.` };
  }
  return places
    .filter(place => !isAlias(place))
    .map(leaf => replaceValue(withoutLineEnd(leaf), newForm(name, leaf.value, mention), mention))
    .filter(({ at, newText }) => newText !== textAt(at));
}

/** Whether a name is that of another one of its sort. Mailboxes of an export don't count: people are renamed to go with it. */
function isTaken(name: string, mention: Mention, spot: Spot, register: Readable): boolean {
  const { named, leaf } = mention;
  const forms = new Set(named === 'person' ? formsOf(name, spot) : [normalize(name)]);
  const person = personOf(mention, spot);
  const own = person ? spot.subjects.persons.identifiersOf(person) : new Set(named === 'person' ? formsOf(leaf.value, spot) : [normalize(leaf.value)]);
  return mentionsIn(register, [named], each => {
    const key = normalize(each.leaf.value);
    return forms.has(key) && (named === 'employee' ? personOf(each, spot) !== person : !own.has(key));
  }).length > 0;
}

/** What would name the same person as an address or login: with one domain the bare login too. */
function formsOf(identifier: string, { subjects: { persons } }: Spot): string[] {
  const [, user] = splitLogin(identifier);
  return [...persons.formsOf(identifier), ...user === undefined ? [] : [normalize(user)]];
}

/** What a place reads after the rename: of `DOMAIN\user` and `user` each stays what it is. */
function newForm(name: string, former: string, { named, leaf }: Mention): string {
  if (named !== 'person' || normalize(former) === normalize(leaf.value)) {
    return name;
  }
  const [domain] = splitLogin(former);
  const [newDomain, newUser] = splitLogin(name);
  if (domain === undefined) {
    return newUser ?? name;
  }
  return newDomain === undefined && !name.includes('@') ? `${domain}\\${name}` : name;
}

/** Replaces a value in the quotes that it has. Staff numbers may be plain numbers, and stay so unless a program could read another one: 0123 as 123. */
function replaceValue(at: Place, text: string, { named }: Mention): ReportedEdit {
  return named === 'employee' && [textAt(at), text].every(each => /^[1-9]\d{0,14}$/.test(each)) ? { at, newText: text } : replaceScalar(at, text);
}

function isAlias({ segment, start }: Place): boolean {
  return segment.text[start] === '*';
}

/** Whether a place is part of what an alias stands for: the alias changes with it. */
function isWithin(place: Place, target: Place | undefined): boolean {
  return target?.segment === place.segment && target.start <= place.start && place.end <= target.end;
}

/** The line break behind a text of several lines stays. */
function withoutLineEnd(place: Place): Place {
  return { ...place, end: place.start + textAt(place).trimEnd().length };
}
