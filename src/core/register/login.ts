/** The parts of a login `DOMAIN\user`; none of a text without a domain. */
export function splitLogin(login: string): [domain?: string, user?: string] {
  const backslash = login.indexOf('\\');
  return backslash < 0 ? [] : [login.slice(0, backslash), login.slice(backslash + 1)];
}
