import type { ExportedServer } from '../../core/exports/exports';
import type { Version } from '../../core/licensing/license-type';
import { say, type Sentence } from '../../core/text/sentence';
import { Columns } from './columns';
import type { Table } from './read-table';

/** What an export of servers says. */
export interface ServerRows {
  readonly servers: readonly ExportedServer[];
  /** Predicates that follow the file's name in a sentence. */
  readonly problems: readonly Sentence[];
}

/** The first build of SE; 2019 has none as high. Seen in public mail headers from July 2025 on. */
const firstBuildOfSe = 2562;

/** Reads an export of servers. */
export function readServers(table: Table): ServerRows {
  const columns = new Columns(table);
  const name = columns.find('Name', 'Fqdn');
  if (!name) {
    return { servers: [], problems: [say`has no column Name, so it can't be told which servers it lists. Export again with the command of this extension.`] };
  }
  const version = columns.findOrEmpty('AdminDisplayVersion');
  const edition = columns.findOrEmpty('Edition');
  return {
    servers: table.rows.filter(row => name(row) !== '').map(row => ({ name: name(row), version: versionOf(version(row)), edition: edition(row) })),
    problems: [],
  };
}

/** The version behind `Version 15.2 (Build 2562.17)`. */
function versionOf(text: string): Version | undefined {
  const [, major, minor, build] = /(\d+)\.(\d+)\s*(?:\(Build (\d+)|\.(\d+))?/.exec(text) ?? [];
  switch (`${major}.${minor}`) {
    case '15.0': return '2013';
    case '15.1': return '2016';
    case '15.2': return build === undefined ? undefined : Number(build) >= firstBuildOfSe ? 'SE' : '2019';
    default: return undefined;
  }
}
