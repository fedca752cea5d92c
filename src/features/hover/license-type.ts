import type { LicenseType } from '../../core/licensing/license-type';
import type { Spot } from '../../core/spot';
import { tellSupport } from './support';

/** What a license type grants, and until when its version is supported. */
export function tellType(type: LicenseType, { subjects, today }: Spot): string[] {
  const version = type.kind === 'cal' || type.kind === 'server' ? type.version : undefined;
  return [`${type.name}: ${grantOf(type, subjects)}.`, ...(version ? tellSupport(version, today) : [])];
}

function grantOf(type: LicenseType, subjects: Spot['subjects']): string {
  if (type.kind === 'server') {
    return `the right to run one server, ${type.edition === 'enterprise' ? 'Enterprise' : 'Standard'} edition`;
  }
  const features = [...(subjects.covers(type, 'standard') ? ['standard'] : []), ...(subjects.covers(type, 'enterprise') ? ['enterprise'] : [])];
  if (features.length === 0) {
    return 'covers nothing here unless `settings.equivalents` lists it';
  }
  const model = type.kind === 'plan' ? undefined : type.model;
  const holder = model === 'user' ? ' for one person on any device' : model === 'device' ? ' for one device and whoever uses it' : '';
  return `covers the ${features.join(' and ')} features${holder}`;
}
