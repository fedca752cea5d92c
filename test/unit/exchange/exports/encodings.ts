import { decodePage, type CodePage } from '../../../../src/exchange/exports/code-page';

/** A text as bytes of a code page; throws where it has no such letter. */
export function inCodePage(text: string, page: CodePage): Uint8Array {
  const byCharacter = new Map(Array.from({ length: 256 }, (_, byte) => [decodePage(Uint8Array.of(byte), page), byte]));
  return Uint8Array.from([...text], character => byCharacter.get(character) ?? fail(character));
}

function fail(character: string): never {
  throw new Error(`There is no ${character} in this code page.`);
}

/** A text in each encoding in which Windows PowerShell 5.1 and Excel write CSV files. */
export function encodings(text: string): Record<string, Uint8Array> {
  return {
    'utf-8': Buffer.from(text),
    'utf-8 with mark': Buffer.from(`\ufeff${text}`),
    'utf-16le with mark': Buffer.from(`\ufeff${text}`, 'utf16le'),
    'utf-16le': Buffer.from(text, 'utf16le'),
    'utf-16be with mark': Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
    'utf-16be': Buffer.from(text, 'utf16le').swap16(),
    'windows-1250': inCodePage(text, 'windows-1250'),
  };
}
