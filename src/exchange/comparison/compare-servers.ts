import type { RegisterContents } from '../../core/contents';
import type { ExportedServer } from '../../core/exports/exports';
import { entryFields } from '../../core/register/fields';
import { normalize } from '../../core/register/identifier';
import type { Server } from '../../core/register/model';
import { quote, say, type Sentence } from '../../core/text/sentence';
import { isLive, licensingOfEdition } from '../../core/licensing/server';

/** A server of which Exchange and the register don't say the same. */
export interface ServerDifference {
  /** As Exchange calls it, else as the register does. */
  readonly name: string;
  /** A predicate that follows its name in a sentence. */
  readonly said: Sentence;
}

/** What exports list of servers, against those that the register has in service. */
export interface ServerComparison {
  readonly listed: number;
  /** Undefined where the register has no `servers`. */
  readonly recorded: number | undefined;
  readonly differences: readonly ServerDifference[];
}

/** Compares the servers; undefined where no export lists some. What one side doesn't know is no difference. */
export function compareServers({ exports, entries, sections, today }: RegisterContents): ServerComparison | undefined {
  const listed = new Map(exports.flatMap(({ servers = [] }) => servers).map(server => [hostOf(server.name), server]));
  if (listed.size === 0) {
    return undefined;
  }
  if (!sections.has('servers')) {
    return { listed: listed.size, recorded: undefined, differences: [] };
  }
  const recorded = new Map(entries.server.filter(server => server.name && isLive(server, today)).map(server => [hostOf(server.name!.value), server]));
  const retired = new Set(entries.server.flatMap(({ name }) => name ? [hostOf(name.value)] : []));
  return {
    listed: listed.size,
    recorded: recorded.size,
    differences: [
      ...[...listed].flatMap(([host, server]) => {
        const own = recorded.get(host);
        return (own ? differencesOf(server, own) : [retired.has(host) ? say`is retired by the register, but Exchange still lists it.` : say`is not in the register.`]).map(said => ({ name: server.name, said }));
      }),
      ...[...recorded].filter(([host]) => !listed.has(host)).map(([, { name }]) => ({ name: name!.value, said: say`is in service by the register, but Exchange doesn't list it.` })),
    ],
  };
}

function differencesOf(listed: ExportedServer, recorded: Server): Sentence[] {
  const { version, edition } = recorded;
  const uses = usesOf(listed.edition);
  return [
    ...listed.version && version && listed.version !== String(version.value) ? [say`runs Exchange ${listed.version}; the register says ${quote(String(version.value))}.`] : [],
    ...uses !== undefined && edition && uses !== usesOf(edition.value) ? [say`has the edition ${quote(listed.edition)}; the register says ${quote(edition.value)}.`] : [],
  ];
}

/** An edition as far as licenses tell editions apart; undefined for a word that isn't known. */
function usesOf(word: string): string | undefined {
  const edition = entryFields.server.edition.words.get(word.toLowerCase());
  const licensing = edition === undefined ? undefined : licensingOfEdition(edition);
  return licensing === 'licensed' ? edition : licensing;
}

/** A server goes by its own name or by that with its domain. */
function hostOf(name: string): string {
  return normalize(name).replace(/\..*$/s, '');
}
