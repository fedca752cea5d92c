/** What a place to fill in shows of a day. */
export const dayHint = 'YYYY-MM-DD';

/** What places to fill in show, by their keys, where that isn't the key itself. */
export const hints: Readonly<Record<string, string>> = {
  email: 'address',
  login: 'DOMAIN\\user',
  users: 'address or login',
  type: 'license as on the invoice',
  purchase: 'document or order number',
  document: 'where the invoice is kept',
  quantity: 'number of seats',
  license: 'purchase of the server license',
};
