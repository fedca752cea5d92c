import type { RegisterContents } from '../../core/contents';
import type { ExportRequest } from '../../core/exports/exports';
import { mainPath } from '../../core/register/inclusion';
import { isLive } from '../../core/licensing/server';
import { serversIn } from './command-subject';
import type { KnownValues } from './fill-command';

/** What a register knows for commands about no server or person in particular. */
export function registerValues(contents: RegisterContents, exports: readonly ExportRequest[]): KnownValues {
  return {
    server: serversIn(contents).map(({ name }) => name),
    licenseName: licenseNames(contents),
    ...Object.fromEntries(exports.filter(({ path }) => path === mainPath).map(({ kind, file }) => [`exports.${kind}`, [windowsPath(file)]])),
  };
}

/**
 * Exchange names licenses by the versions of its servers. How it names those of SE, the reference of
 * Get-ExchangeServerAccessLicenseUser doesn't say: where one is in service, nothing is known.
 */
function licenseNames({ entries, subjects, today }: RegisterContents): string[] {
  const running = entries.server.flatMap(server => (isLive(server, today) ? server.version?.value ?? [] : []));
  const bought = [...subjects.licenseTypes].flatMap(({ type }) => (type.kind === 'cal' ? type.version ?? [] : []));
  const versions = new Set(running.length > 0 ? running : bought);
  return versions.has('SE') ? [] : [...versions].flatMap(version => ['Standard', 'Enterprise'].map(tier => `Exchange Server ${version} ${tier} CAL`));
}

/** A path from the register's folder on, or a full one, as PowerShell on Windows is given it. */
function windowsPath(file: string): string {
  return /^(?:[a-z]:|[\\/.])/i.test(file) ? file : `.\\${file.replaceAll('/', '\\')}`;
}
