/** Code pages in which Windows writes texts without saying so: of Central and of Western Europe. */
export type CodePage = 'windows-1250' | 'windows-1252';

/**
 * How much a letter speaks for its code page, where the other one has something else in its place. The numbers say
 * how usual the letter is in the languages of that code page; what isn't listed is unusual inside a word.
 */
const usual: Readonly<Record<CodePage, readonly (readonly [letters: string, weight: number])[]>> = {
  'windows-1250': [['ąęłńśćżź', 4], ['ĄĘŁŃŚĆŻŹčěřšžůőűČŘŠŽ', 3], ['ďňťľĎŇŤĚŮŐŰĽăĂşţŞŢđĐ', 2], ['ĺŕĹŔ', 1]],
  'windows-1252': [['èàåøñãÅØ', 3], ['êæûùïõìòšžŠŽÀÈÊÑÆ', 2], ['œÿŒÕÃÙÛÏÌÒ', 1]],
};

const weights = new Map(Object.entries(usual).map(([page, groups]) =>
  [page as CodePage, new Map(groups.flatMap(([letters, weight]) => [...letters].map((letter) => [letter, weight] as const)))]));

/** What a sign inside a word, where only letters belong, speaks against its code page. */
const penalty = 4;

/** The code page in which the bytes make the likelier words. Bytes that are ASCII alone say nothing: 1252 then. */
export function guessCodePage(bytes: Uint8Array): CodePage {
  const central = new TextDecoder('windows-1250');
  const western = new TextDecoder('windows-1252');
  const counts = new Map<number, number>();
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte >= 0x80 && (belongsToWord(bytes[at - 1]) || belongsToWord(bytes[at + 1]))) {
      counts.set(byte, (counts.get(byte) ?? 0) + 1);
    }
  }
  let balance = 0;
  for (const [byte, count] of counts) {
    const [a, b] = [central.decode(Uint8Array.of(byte)), western.decode(Uint8Array.of(byte))];
    if (a !== b) {
      balance += count * (likelihood(a, 'windows-1250') - likelihood(b, 'windows-1252'));
    }
  }
  return balance > 0 ? 'windows-1250' : 'windows-1252';
}

function likelihood(character: string, page: CodePage): number {
  return weights.get(page)!.get(character) ?? (/\p{L}/u.test(character) ? 0 : -penalty);
}

function belongsToWord(byte = 0): boolean {
  return byte >= 0x80 || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
}
