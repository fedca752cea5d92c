/** Code pages in which Windows and its shell write texts without saying so: of Central and of Western Europe. */
export const codePages = ['windows-1250', 'windows-1252', 'ibm852', 'ibm850'] as const;
export type CodePage = (typeof codePages)[number];

/** What code pages have for the bytes from 0x80 on, of those that a platform doesn't decode, or not rightly. */
const upperHalves: Readonly<Partial<Record<CodePage, string>>> = {
  // Node 20 takes it for Latin-1, which has no letters below 0xA0.
  'windows-1252': `€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ${String.fromCharCode(...Array.from({ length: 96 }, (_, index) => 0xa0 + index))}`,
  'ibm852': 'ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×čáíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐└┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀ÓßÔŃńňŠšŔÚŕŰýÝţ´\xad˝˛ˇ˘§÷¸°¨˙űŘř■\xa0',
  'ibm850': 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\xad±‗¾¶§÷¸°¨·¹³²■\xa0',
};

/** The text of bytes in a code page. */
export function decodePage(bytes: Uint8Array, page: CodePage): string {
  const letters = upperHalves[page];
  return letters === undefined
    ? new TextDecoder(page).decode(bytes)
    : Array.from(bytes, byte => byte < 0x80 ? String.fromCharCode(byte) : letters[byte - 0x80]!).join('');
}

/**
 * How much a letter speaks for the code page of its region, where that of the other has something else in its place. The
 * numbers say how usual the letter is in the languages there; what isn't listed is unusual inside a word.
 */
const usual = {
  central: [['ąęłńśćżź', 4], ['ĄĘŁŃŚĆŻŹčěřšžůőűČŘŠŽ', 3], ['ďňťľĎŇŤĚŮŐŰĽăĂşţŞŢđĐ', 2], ['ĺŕĹŔ', 1]],
  western: [['èàåøñãÅØ', 3], ['êæûùïõìòšžŠŽÀÈÊÑÆ', 2], ['œÿŒÕÃÙÛÏÌÒ', 1]],
} as const satisfies Record<string, readonly (readonly [letters: string, weight: number])[]>;
type Region = keyof typeof usual;

const weights = new Map(Object.entries(usual).map(([region, groups]) =>
  [region as Region, new Map(groups.flatMap(([letters, weight]) => [...letters].map(letter => [letter, weight] as const)))]));

/** What a sign inside a word, where only letters belong, speaks against its code page. */
const penalty = 4;

/**
 * The code page in which the bytes make the likelier words. One of the console only where those of Windows would put
 * signs into words. Bytes that are ASCII alone say nothing: windows-1252 then.
 */
export function guessCodePage(bytes: Uint8Array): CodePage {
  const { touching, inside } = countLetters(bytes);
  const ofWindows = likelier(touching, 'windows-1250', 'windows-1252');
  const ofConsole = likelier(touching, 'ibm852', 'ibm850');
  const strangeness = strangeBytes(inside, ofWindows);
  const isConsole = strangeness * 4 >= sum(inside.values()) && strangeBytes(inside, ofConsole) * 4 < strangeness;
  return isConsole ? ofConsole : ofWindows;
}

type Counts = ReadonlyMap<number, number>;

/** How often each byte beyond ASCII stands next to a letter, and how often between two. */
function countLetters(bytes: Uint8Array): { touching: Counts; inside: Counts } {
  const touching = new Map<number, number>();
  const inside = new Map<number, number>();
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte >= 0x80) {
      const neighbors = Number(belongsToWord(bytes[at - 1])) + Number(belongsToWord(bytes[at + 1]));
      for (const counts of neighbors === 2 ? [touching, inside] : neighbors === 1 ? [touching] : []) {
        counts.set(byte, (counts.get(byte) ?? 0) + 1);
      }
    }
  }
  return { touching, inside };
}

/** The one of two code pages that makes the likelier words; the second where both do. */
function likelier(counts: Counts, central: CodePage, western: CodePage): CodePage {
  let balance = 0;
  for (const [byte, count] of counts) {
    const [a, b] = [letterOf(byte, central), letterOf(byte, western)];
    if (a !== b) {
      balance += count * (likelihood(a, 'central') - likelihood(b, 'western'));
    }
  }
  return balance > 0 ? central : western;
}

/** How many bytes are neither letters nor what joins words. */
function strangeBytes(counts: Counts, page: CodePage): number {
  return sum([...counts].map(([byte, count]) => /[\p{L}‘’–—\u00a0]/u.test(letterOf(byte, page)) ? 0 : count));
}

function letterOf(byte: number, page: CodePage): string {
  return decodePage(Uint8Array.of(byte), page);
}

function likelihood(character: string, region: Region): number {
  return weights.get(region)!.get(character) ?? (/\p{L}/u.test(character) ? 0 : -penalty);
}

function belongsToWord(byte = 0): boolean {
  return byte >= 0x80 || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
}

function sum(numbers: Iterable<number>): number {
  return [...numbers].reduce((total, each) => total + each, 0);
}
