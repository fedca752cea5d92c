import { formatDay, parseDay, type Day } from '../../core/calendar';
import type { NewEntry } from '../../core/fixes/append-entries';
import { normalize } from '../../core/register/identifier';
import { canonicalLicenseTypes } from '../../core/licensing/license-type';
import { readLicenseType } from '../../core/register/settings';
import { addPurchase } from '../../features/changes/add-purchase';
import type { Choice, Dialog } from '../dialog';
import { askDay, askOptionalText, askText, finder } from './questions';
import type { Known, Wizard } from './wizard';

/** Asks what was bought: as it stands on the invoice. */
export const addOnePurchase: Wizard = async (dialog, known) => {
  const { today } = known.context;
  const id = await askText(dialog, 'Which purchase?', 'The number of the purchase document or order.');
  const date = id === undefined ? undefined : await askDay(dialog, `When was ${id} bought?`, today);
  const type = date === undefined ? undefined : await askType(dialog, known, id!, date);
  const quantity = type === undefined ? undefined : await askText(dialog, 'How many seats or licenses?', 'A whole number, as on the invoice.', text => (/^[1-9]\d{0,8}$/.test(text) ? undefined : 'Write a whole number from 1 on.'));
  const supplier = quantity === undefined ? undefined : await askOptionalText(dialog, 'From whom?', 'The supplier.');
  const document = supplier && (await askOptionalText(dialog, 'Where is the invoice kept?', 'A path, an address or a number in your files.'));
  const term = document && (await askTerm(dialog, date!));
  return term && (context => addPurchase({ id, date, type, quantity: Number(quantity), supplier: supplier.text, document: document.text, ...term }, context));
};

/** Asks for the type, as on the invoice. Two lines of one order have different types, or different dates. */
async function askType(dialog: Dialog, { contents }: Known, id: string, date: Day): Promise<string | undefined> {
  const lines = contents.entries.purchase.filter(line => line.id && normalize(line.id.value) === normalize(id) && line.date?.value === date);
  const repeats = (text: string) => lines.some(({ licenseType }) => licenseType !== undefined && licenseType === readLicenseType(text, contents.settings));
  const used = contents.entries.purchase.flatMap(({ type }) => (type ? [type.value] : []));
  const types = [...new Set([...used, ...canonicalLicenseTypes])].filter(name => !repeats(name));
  const find = finder(types, name => name, name => ({ label: name, group: used.includes(name) ? 'In the register' : 'License types', answer: name }));
  return dialog.search('What was bought? Type it as on the invoice.', typed => {
    const text = typed.trim();
    return [...find(text), ...(text === '' || types.includes(text) ? [] : [asWritten(text, readLicenseType(text, contents.settings)?.name)])];
  });
}

function asWritten(text: string, name: string | undefined): Choice<string> {
  return { label: '$(edit) As typed', description: text, detail: name === undefined ? 'Is not read as a license type: it would be marked.' : `Is read as ${name}.`, group: 'As typed', answer: text };
}

type Cover = 'softwareAssurance' | 'subscription';

/** Asks for the days of Software Assurance or of a subscription. */
async function askTerm(dialog: Dialog, bought: Day): Promise<Pick<NewEntry<'purchases'>, Cover> | undefined> {
  const cover = await dialog.pick<Cover | ''>('Does it come with Software Assurance, or as a subscription?', [
    { label: 'Neither', answer: '' },
    { label: 'Software Assurance', detail: 'Rights to new versions, from one day to another.', answer: 'softwareAssurance' },
    { label: 'Subscription', detail: 'The licenses count from one day to another only.', answer: 'subscription' },
  ]);
  if (cover === undefined || cover === '') {
    return cover === undefined ? undefined : {};
  }
  const from = await askTermDay(dialog, 'Its first day?', formatDay(bought));
  const until = from === undefined ? undefined : await askTermDay(dialog, 'Its last day?', '', from);
  return until === undefined ? undefined : { [cover]: { from: from!, until } };
}

async function askTermDay(dialog: Dialog, question: string, value: string, from?: Day): Promise<Day | undefined> {
  const text = await askText(dialog, question, 'As YYYY-MM-DD; the day itself is included.', written => {
    const day = parseDay(written);
    if (day === undefined) {
      return 'Write the day as YYYY-MM-DD.';
    }
    return from !== undefined && day < from ? `It can not be before ${formatDay(from)}.` : undefined;
  }, value);
  return text === undefined ? undefined : parseDay(text);
}
