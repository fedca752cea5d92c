import { formatDay, type Day } from '../core/calendar';
import type { Figures } from './account';
import type { ExchangePosition } from './exchange';
import type { Seat } from './holders';
import type { Position } from './position';
import type { Cover } from './purchases';

/**
 * A position as JSON, a contract with other programs: days are YYYY-MM-DD, lines count from 1, what isn't known
 * or isn't there is null.
 */
export function json(position: Position): string {
  const { organization, day, madeOn, files, products, pools, people, devices, servers, ended, uncounted, exchange, causes, limits } = position;
  const report = {
    version: 1,
    organization: organization ?? null,
    day: formatDay(day),
    madeOn: formatDay(madeOn),
    files,
    products: products.map(product => ({
      name: product.name,
      kind: product.kind,
      ...figures(product),
      outside: product.outside,
      changes: product.changes?.map(change => ({ ...change, day: dayOrNull(change.day) })) ?? null,
      shortages: product.shortages?.map(({ from, until, worst }) => ({ from: dayOrNull(from), until: dayOrNull(until), worst: { ...worst, day: dayOrNull(worst.day) } })) ?? null,
    })),
    purchases: pools.map(pool => ({
      id: pool.id,
      product: pool.product,
      ...figures(pool),
      coveredUntil: dayOrNull(pool.coveredUntil),
      lines: pool.lines.map(line => ({
        date: dayOrNull(line.date),
        quantity: line.quantity ?? null,
        supplier: line.supplier ?? null,
        document: line.document ?? null,
        softwareAssurance: line.softwareAssurance.map(term),
        subscription: line.subscription.map(term),
        trueUp: dayOrNull(line.trueUp),
      })),
    })),
    people: people.map(({ names, accounts, seats }) => ({ names, accounts, seats: seats.map(seatObject) })),
    devices: devices.map(({ name, users, seats }) => ({ name, users, seats: seats.map(seatObject) })),
    servers: servers.map(server => ({
      name: server.name,
      version: server.version ?? null,
      edition: server.edition ?? null,
      license: server.license ?? null,
      product: server.product ?? null,
      documents: server.documents,
      installed: dayOrNull(server.installed),
      activated: dayOrNull(server.activated),
      retired: dayOrNull(server.retired),
      isInService: server.isInService,
    })),
    ended: ended.map(({ holder, accounts, ...seat }) => ({ holder, accounts, ...seatObject(seat) })),
    uncounted,
    exchange: exchange ? exchangeObject(exchange) : null,
    findings: causes,
    limits,
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

function exchangeObject({ taken, cals, servers }: ExchangePosition) {
  return {
    taken: taken.map(formatDay),
    cals: cals.map(({ bought, ...reconciliation }) => ({ ...reconciliation, bought: bought ?? null })),
    servers: servers ? { listed: servers.listed, recorded: servers.recorded ?? null, differences: servers.differences.map(({ name, said }) => ({ name, difference: said.text })) } : null,
  };
}

function seatObject(seat: Seat) {
  return {
    product: seat.product ?? null,
    purchase: seat.purchase ?? null,
    documents: seat.documents,
    seat: seat.seat ?? null,
    assigned: formatDay(seat.assigned),
    ended: dayOrNull(seat.ended),
    reason: seat.reason ?? null,
    standsInFor: seat.standsInFor ?? null,
    isCounted: seat.isCounted,
  };
}

function figures({ owned, assigned, free, short }: Figures) {
  return { owned: owned ?? null, assigned: assigned ?? null, free: free ?? null, short: short ?? null };
}

function term({ from, until }: Cover) {
  return { from: formatDay(from), until: formatDay(until) };
}

function dayOrNull(day: Day | undefined): string | null {
  return day === undefined ? null : formatDay(day);
}
