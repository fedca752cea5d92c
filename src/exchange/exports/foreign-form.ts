import { say, type Sentence } from '../../core/text/sentence';

/**
 * What a text is that was meant to be a CSV file and isn't, with what to do: a predicate that follows the file's
 * name in a sentence. Undefined for what may be one.
 */
export function foreignForm(text: string): Sentence | undefined {
  const start = text.slice(0, 4096).trimStart();
  // The first column of the objects that Format-Table makes to be shown, never to be written.
  if (/^(?:#TYPE[^\n]*\n)?"?ClassId2e4f51ef21dd47e99d3c952918aff9cd/i.test(start)) {
    return say`holds what Format-Table made to be shown, not the data. ${exportInstead}`;
  }
  if (/^[^\n]*\n[ ]*-{2,}(?:[ ]+-{2,})*[ ]*(?:\n|$)/.test(start)) {
    return say`is a table as Format-Table shows it, not a CSV file. ${exportInstead}`;
  }
  if (/^\w+[ ]* : [^\n]*\n\w+[ ]* : /.test(start)) {
    return say`is a list as Format-List shows it, not a CSV file. ${exportInstead}`;
  }
  if (/^<|^[[{]\s*["{[]/.test(start)) {
    return say`is HTML, XML or JSON, not a CSV file. Export it as CSV.`;
  }
  return undefined;
}

const exportInstead = say`Leave Format-Table or Format-List out of the command and end it with: Export-Csv -NoTypeInformation -Encoding UTF8`;

/** The same for bytes that Excel wrote in a form of its own. */
export function workbookForm(bytes: Uint8Array): Sentence | undefined {
  const [first, second, third] = bytes;
  if (first === 0x50 && second === 0x4b && third === 0x03) {
    return say`is an Excel workbook or another archive, not a CSV file. In Excel, save it as "CSV UTF-8".`;
  }
  if (first === 0xd0 && second === 0xcf && third === 0x11) {
    return say`is an Excel workbook of the old kind, not a CSV file. In Excel, save it as "CSV UTF-8".`;
  }
  return undefined;
}
