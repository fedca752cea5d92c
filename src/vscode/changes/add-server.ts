import type { Day } from '../../core/calendar';
import { mostDatabases } from '../../core/licensing/facts';
import { normalize } from '../../core/register/identifier';
import { versions } from '../../core/licensing/license-type';
import { isServerPool, serversUsing, type ServerPool } from '../../core/licensing/server-license';
import { addServer } from '../../features/changes/add-server';
import { askOptionalDay, askText } from './questions';
import type { Wizard } from './wizard';

const editions = [
  { label: 'Standard', detail: `Up to ${mostDatabases.standard} mounted databases.` },
  { label: 'Enterprise', detail: `Up to ${mostDatabases.enterprise} mounted databases.` },
  { label: 'Trial', detail: 'Runs without a license, for evaluation.' },
  { label: 'Hybrid', detail: 'Runs for a hybrid configuration only and hosts no mailboxes.' },
] as const;

/** Asks which server runs, and by which license. */
export const addOneServer: Wizard = async (dialog, { context, contents }) => {
  const names = new Set(contents.entries.server.flatMap(({ name }) => (name ? [normalize(name.value)] : [])));
  const name = await askText(dialog, 'Which server?', 'Its name, as Get-ExchangeServer shows it.', text => (names.has(normalize(text)) ? 'This server is in the register already.' : undefined));
  const version = name === undefined ? undefined : await dialog.pick(`Which Exchange Server runs on ${name}?`, versions.toReversed().map(each => ({ label: `Exchange Server ${each}`, answer: each })));
  const edition = version && (await dialog.pick('Which edition?', editions.map(each => ({ ...each, answer: each.label }))));
  if (!edition) {
    return undefined;
  }
  const licenses = context.pools.filter(isServerPool);
  const license = edition === 'Trial' || edition === 'Hybrid' || licenses.length === 0 ? '' : await dialog.pick('By which server license does it run?', [
    ...licenses.map(pool => ({ label: pool.id, description: tellFree(pool, licenses, context.today), detail: pool.type.name, answer: pool.id })),
    { label: 'Leave it open', answer: '' },
  ]);
  const installed = license === undefined ? undefined : await askOptionalDay(dialog, 'When was it installed?', 'The day of the installation.', context.today);
  return installed === undefined ? undefined
    : now => addServer({ name, version, edition, license: license === '' ? undefined : license, installed: installed === '' ? undefined : installed }, now);
};

/** @param pools all server licenses */
function tellFree(pool: ServerPool, pools: readonly ServerPool[], today: Day): string {
  if (!pool.isCountable) {
    return 'how many are free is not known';
  }
  const siblings = pools.filter(({ id }) => normalize(id) === normalize(pool.id));
  const bought = pool.holds(today).valueOn(today);
  const free = Math.max(bought - serversUsing(pool, siblings, today).length, 0);
  return `${free === 0 ? 'none' : free} of ${bought} free`;
}
