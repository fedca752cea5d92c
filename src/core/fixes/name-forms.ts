import type { Assignment } from '../register/model';

/** What may stand before the @ of somebody's addresses, letters and digits alone: Anna Nowak's is `annanowak`, `anowak` … */
export function nameFormsOf({ name, email, login }: Assignment): Set<string> {
  const forms = new Set<string>();
  if (email) {
    forms.add(nameFormOf(email.value));
  }
  if (login) {
    forms.add(nameFormOf(login.value.slice(login.value.indexOf('\\') + 1)));
  }
  const words = name?.value.split(/[\s,]+/).map(letters).filter(word => word !== '') ?? [];
  if (words.length > 1) {
    const [first, last] = [words[0]!, words.slice(1).join('')];
    [first + last, last + first, first[0]! + last, last + first[0]!].forEach(form => forms.add(form));
  }
  forms.delete('');
  return forms;
}

/** What stands before the @ of an address, letters and digits alone. */
export function nameFormOf(address: string): string {
  return letters(address.split(/[@+]/)[0]!);
}

/** The letters and digits of a text, in lower case and without accents. */
function letters(text: string): string {
  return text.toLowerCase().normalize('NFD').replaceAll('ł', 'l').replace(/[^\p{L}\p{N}]/gu, '');
}
