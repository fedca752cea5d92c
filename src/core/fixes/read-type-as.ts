import { quote } from '../text/sentence';
import { addSetting } from './add-setting';
import type { FixContext, ReportedFix } from './context';
import { placeholder } from './snippet';
import { writeScalar } from './yaml-text';

/** Lets the register read a text as a license type everywhere, by its `settings.typeNames`. @param types what it may mean */
export function readTypeAs(text: string, types: readonly string[], context: FixContext): ReportedFix[] {
  const key = text.trim().replace(/\s+/g, ' ');
  return types.length > 0
    ? types.flatMap(type => addSetting(`Read ${quote(key)} as ${quote(type)} everywhere`, 'typeNames', [key, writeScalar(type)], context))
    : addSetting(`Say what ${quote(key)} means, everywhere`, 'typeNames', [key, placeholder(1, 'Exchange Server 2019 Standard User CAL')], context, true);
}
