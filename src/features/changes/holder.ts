import type { Assignment } from '../../core/register/model';

/** Who gets a CAL, as an assignment names them. */
export type NewHolder = Readonly<Partial<Record<'name' | 'email' | 'login' | 'device' | 'employee', string | undefined>>>;

/** Who holds an assignment, as a further one names them. */
export function holderOfSame({ name, email, login, device, employee }: Assignment): NewHolder {
  return { name: name?.value, email: email?.value, login: login?.value, device: device?.value, employee: employee?.value };
}
