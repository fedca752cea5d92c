import type { Day } from '../calendar';
import { Devices, usersIn } from './devices';
import type { DeviceHolder, Licenses, Person } from './holder';
import { giveAlike, holdingAmong, isBrokenAlone, poolsOf, suitAlike } from './holding';
import { normalize } from '../register/identifier';
import { isAdditive, isBase, type LicenseType, type Tier } from '../licensing/license-type';
import type { LicenseTypeSubject } from './license-type-subject';
import { Likenesses, type Likeness } from './likeness';
import { isGiven, type Assignment, type Device, type Entry, type Mailbox, type Purchase, type Server } from '../register/model';
import { Multimap } from '../collections/multimap';
import type { NameSubject, Wording } from './namesakes';
import type { Holding, Order } from './order';
import { isPersonEntry, Persons } from './persons';
import { Pool, type Seats } from './pool';
import { put } from '../collections/put';
import { RegisterSubject } from './register-subject';
import { repeatedLines } from './repeated-lines';
import { Servers } from './servers';
import { SubjectIndex } from './subject-index';
import { readLicenseType, type RegisterSettings } from '../register/settings';

/** What rules look at beside single entries: entries that belong together. */
export type AnySubject = Order | Pool | LicenseTypeSubject | Wording | NameSubject | RegisterSubject | Person | DeviceHolder | Likeness;

/** Entries that speak of a person by an address or login: whom it names may be decided anywhere. */
type Mention = Mailbox | Assignment;

/** What the subjects depend on beside the entries. */
export interface Circumstances {
  readonly today: Day;
  readonly settings: RegisterSettings;
  /** Below zero when `a` stands before `b`. */
  readonly compare: (a: Entry, b: Entry) => number;
}

/**
 * Which entries belong together, kept as entries come and go. It is a function of the entries alone,
 * however they came; what changed since `settle` ran last is in its answer.
 */
export class Subjects implements Licenses {
  readonly persons = new Persons(this, id => this.heedIdentifier(id));
  readonly devices = new Devices(this, this.persons);
  readonly servers: Servers;
  readonly register = new RegisterSubject();
  private readonly index = new SubjectIndex();
  private readonly likenesses = new Likenesses();
  private readonly mentions = new Multimap<string, Mention>();
  /** Whether nothing has been settled yet. */
  private isFresh = true;
  private newestServer: Servers['newest'];

  private readonly dirty = new Set<AnySubject>();
  /** Entries that depend on others that changed. */
  private readonly dirtyEntries = new Set<Assignment | Mailbox>();
  private readonly ordersToSettle = new Set<Order>();
  private readonly likenessesToSettle = new Set<Likeness>();
  /** People whose assignments give something else: heeded once, however many those are. */
  private readonly personsToHeed = new Set<Person>();
  /** Identifiers of people of whose devices something changed. */
  private readonly deviceUsers = new Set<string>();

  constructor(private readonly circumstances: Circumstances) {
    this.servers = new Servers(circumstances.today);
  }

  /** Whether an assignment takes part in rules across entries. Holds after `settle`. */
  isSound(assignment: Assignment): boolean {
    if (isBrokenAlone(assignment)) {
      return false;
    }
    if (assignment.licenseType) {
      return true;
    }
    return this.holdingOf(assignment) instanceof Pool;
  }

  /** How an assignment and the purchase it names go together; undefined without one. Holds after `settle`. */
  holdingOf(assignment: Assignment): Holding | undefined {
    return assignment.purchase && this.index.orders.get(normalize(assignment.purchase.value))?.holdings.get(assignment);
  }

  /** What an assignment gives: its own type, else that of the pool that its purchase names. Holds after `settle`. */
  typeOf(assignment: Assignment): LicenseType | undefined {
    if (assignment.licenseType) {
      return assignment.licenseType;
    }
    const holding = this.holdingOf(assignment);
    return holding instanceof Pool ? holding.type : undefined;
  }

  /** Among which an assignment takes its seat: those of its pool, or without a purchase those of its type. Holds after `settle`. */
  seatsOf(assignment: Assignment): Seats | undefined {
    const holding = this.holdingOf(assignment);
    if (holding instanceof Pool) {
      return holding.seats;
    }
    return isGiven(assignment, 'purchase') || !assignment.licenseType ? undefined : this.index.types.get(assignment.licenseType)?.unnamed;
  }

  /** The pools in the order of their first lines. Holds after `settle`. */
  get pools(): readonly Pool[] {
    const { compare } = this.circumstances;
    return [...this.index.orders.values()].flatMap(({ pools }) => pools).sort((a, b) => compare(a.firstLine, b.firstLine));
  }

  /** The license types that purchases or assignments have. */
  get licenseTypes(): Iterable<LicenseTypeSubject> {
    return this.index.types.values();
  }

  /** The purchases that repeat another one and hold nothing, in order. */
  get repeatedPurchases(): readonly Purchase[] {
    const { compare } = this.circumstances;
    return [...this.index.orders.values()].flatMap(({ lines }) => repeatedLines([...lines].sort(compare))).map(({ line }) => line).sort(compare);
  }

  covers(type: LicenseType, tier: Tier): boolean {
    const { equivalents } = this.circumstances.settings;
    return tier === 'standard' ? isBase(type, equivalents) : isAdditive(type, equivalents);
  }

  add(entry: Entry): void {
    if ((entry.entryKind === 'purchase' || entry.entryKind === 'assignment') && entry.type) {
      entry.licenseType = readLicenseType(entry.type.value, this.circumstances.settings);
      if (!entry.licenseType) {
        this.touch(this.index.wording(entry)).entries.add(entry);
      }
    }
    this.place(entry, true);
  }

  delete(entry: Entry): void {
    if ((entry.entryKind === 'purchase' || entry.entryKind === 'assignment') && entry.type && !entry.licenseType) {
      this.touch(this.index.wording(entry)).entries.delete(entry);
    }
    this.place(entry, false);
    if (entry.entryKind === 'assignment' || entry.entryKind === 'mailbox') {
      this.dirtyEntries.delete(entry);
    }
  }

  /**
   * Brings pools, holdings and persons up to date, in steps, and gives what changed, for its rules to run again:
   * subjects, the empty ones for the last time, and entries that depend on others that changed.
   */
  *settle(): Generator<AnySubject | Assignment | Mailbox, void> {
    yield* this.settleOrders();
    if (this.newestServer !== this.servers.newest) {
      this.newestServer = this.servers.newest;
      this.touchTypes();
    }
    yield* this.settlePersons();
    yield* this.settleDeviceUsers();
    for (const likeness of this.likenessesToSettle) {
      this.likenessesToSettle.delete(likeness);
      this.heedLikeness(likeness);
    }
    for (const entry of this.dirtyEntries) {
      this.dirtyEntries.delete(entry);
      yield entry;
    }
    yield* this.settleDirty();
  }

  private *settleOrders(): Generator<Order, void> {
    for (const order of this.ordersToSettle) {
      yield* this.rebuild(order);
      this.ordersToSettle.delete(order);
      yield order;
    }
  }

  private *settlePersons(): Generator<Person, void> {
    for (const person of this.persons.settle()) {
      // At first everything is checked anyway.
      if (!person.isEmpty && !this.isFresh) {
        this.heedPerson(person);
      }
      yield person;
    }
    this.isFresh = false;
    for (const person of this.personsToHeed) {
      this.personsToHeed.delete(person);
      // Those that its entries have gone to are new and have been heeded.
      if (!person.isEmpty) {
        this.touchPerson(person);
        this.heedPerson(person);
      }
      yield person;
    }
  }

  private *settleDeviceUsers(): Generator<Person, void> {
    for (const user of this.deviceUsers) {
      this.deviceUsers.delete(user);
      const person = this.persons.named(user);
      if (person) {
        yield this.touchPerson(person);
        this.persons.identifiersOf(person).forEach(id => this.heedMentions(id));
      } else {
        this.heedMentions(user);
      }
    }
  }

  private *settleDirty(): Generator<AnySubject, void> {
    for (const subject of this.dirty) {
      if (subject.scope === 'type' && subject.unnamed.holders.size > 0) {
        yield* subject.leftOver.settle(this.circumstances.today, this.persons);
      }
      this.dirty.delete(subject);
      if (subject.isEmpty) {
        this.index.forget(subject);
      } else if (subject.scope === 'pool') {
        this.touchStandIns(subject.seats);
      } else if (subject.scope === 'type') {
        this.touchStandIns(subject.unnamed);
      }
      yield subject;
    }
  }

  private place(entry: Entry, isThere: boolean): void {
    if (isPersonEntry(entry)) {
      put(this.persons, entry, isThere);
    }
    switch (entry.entryKind) {
      case 'purchase':
        this.placePurchase(entry, isThere);
        break;
      case 'server':
        this.placeServer(entry, isThere);
        break;
      case 'device':
        put(this.touch(this.index.name(entry)).entries, entry, isThere);
        this.placeOnDevice(entry, isThere);
        usersIn(entry).forEach(user => this.deviceUsers.add(user));
        break;
      case 'mailbox':
        entry.delegates?.forEach(({ value }) => this.putMention(value, entry, isThere));
        break;
      case 'assignment':
        this.placeAssignment(entry, isThere);
        break;
      default:
    }
  }

  private placePurchase(entry: Purchase, isThere: boolean): void {
    const register = this.touch(this.register);
    put(register.purchases, entry, isThere);
    const { licenseType } = entry;
    if (licenseType) {
      put(licenseType.kind === 'server' ? register.serverPurchases : register.calPurchases, entry, isThere && licenseType.kind !== 'plan');
    }
    if (entry.id) {
      const order = this.touch(this.index.order(entry.id.value));
      put(order.lines, entry, isThere);
      this.ordersToSettle.add(order);
    }
  }

  private placeServer(entry: Server, isThere: boolean): void {
    put(this.touch(this.register).servers, entry, isThere);
    put(this.touch(this.index.name(entry)).entries, entry, isThere);
    put(this.servers, entry, isThere);
    if (entry.license) {
      const order = this.touch(this.index.order(entry.license.value));
      put(order.servers, entry, isThere);
      order.pools.forEach(pool => this.touch(pool));
    }
  }

  /** Puts an entry to the device that it names. Who uses the device may be covered, or no longer. */
  private placeOnDevice(entry: Device | Assignment, isThere: boolean): void {
    const device = isThere ? this.devices.add(entry) : this.devices.delete(entry);
    if (device) {
      this.heedDevice(device);
    }
  }

  private putMention(identifier: string, entry: Mention, isThere: boolean): void {
    if (isThere) {
      this.mentions.add(normalize(identifier), entry);
    } else {
      this.mentions.delete(normalize(identifier), entry);
    }
  }

  private placeAssignment(entry: Assignment, isThere: boolean): void {
    if (entry.device) {
      this.placeOnDevice(entry, isThere);
    }
    if (entry.purchase && !isGiven(entry, 'type')) {
      put(this.touch(this.index.order(entry.purchase.value)).untyped, entry, isThere);
    }
    if (isBrokenAlone(entry)) {
      if (entry.purchase) {
        put(this.touch(this.index.order(entry.purchase.value)).broken, entry, isThere);
      }
      return;
    }
    if (entry.temporaryFor) {
      this.putMention(entry.temporaryFor.value, entry, isThere);
    }
    this.placeLikenesses(entry, isThere);
    if (entry.purchase) {
      this.placeSeat(entry, entry.purchase.value, isThere);
    } else if (entry.licenseType && !entry.unusable.includes('purchase')) {
      const type = this.touch(this.index.type(entry.licenseType));
      put(type.outsidePools, entry, isThere);
      put(type.unnamed, entry, isThere);
    }
  }

  /** Finds the pool of an assignment that names a purchase, or leaves the one that it has. */
  private placeSeat(entry: Assignment, purchase: string, isThere: boolean): void {
    const order = this.touch(this.index.order(purchase));
    const former = order.holdings.get(entry);
    if (isThere) {
      const holding = holdingAmong(order, entry, this.circumstances.today);
      // All lines of the order may be gone just to come again, and its pools wait for them.
      order.isUnsettled ||= holding === 'unknown' && order.pools.length > 0;
      order.hold(entry, holding);
      this.hold(holding, entry, true);
    } else if (former) {
      order.release(entry);
      this.hold(former, entry, false);
    }
  }

  private placeLikenesses(entry: Assignment, isThere: boolean): void {
    // They are known only while it is among them.
    if (isThere) {
      this.likenesses.put(entry, true);
      this.touchLikenesses(entry);
    } else {
      this.touchLikenesses(entry);
      this.likenesses.put(entry, false);
    }
  }

  private hold(holding: Holding, entry: Assignment, isThere: boolean): void {
    if (holding instanceof Pool) {
      put(holding.seats, entry, isThere);
      this.touchPool(holding);
    } else if (entry.licenseType) {
      put(this.touch(this.index.type(entry.licenseType)).outsidePools, entry, isThere);
    }
  }

  private heedPerson(person: Person): void {
    for (const assignment of person.assignments) {
      this.touchSeat(assignment);
      this.touchLikenesses(assignment);
    }
    this.persons.identifiersOf(person).forEach(id => this.heedIdentifier(id));
  }

  private heedDevice(device: DeviceHolder): void {
    this.touch(device);
    for (const entry of device.entries) {
      usersIn(entry).forEach(user => this.deviceUsers.add(user));
    }
  }

  /** An identifier names somebody else from now on, or somebody of whom something changed. */
  private heedIdentifier(id: string): void {
    const likeness = this.likenesses.ofAddress(id);
    if (likeness) {
      this.likenessesToSettle.add(likeness);
    }
    for (const device of this.devices.listing(id)) {
      this.touch(device);
    }
    this.heedMentions(id);
  }

  private heedMentions(id: string): void {
    for (const entry of this.mentions.get(id)) {
      if (entry.entryKind === 'mailbox') {
        this.dirtyEntries.add(entry);
      } else {
        this.touchSeat(entry);
      }
    }
  }

  /** Where an assignment takes its seat is to be checked again. */
  private touchSeat(assignment: Assignment): void {
    const holding = this.holdingOf(assignment);
    if (holding instanceof Pool) {
      // Who it is makes no difference to a lone holder: a person with many purchases has many such pools.
      if (holding.seats.holders.size > 1) {
        this.touchPool(holding);
      }
    } else if (assignment.licenseType) {
      const type = this.index.types.get(assignment.licenseType);
      if (type) {
        this.touch(type);
      }
    }
  }

  /** When stand-ins take a seat depends on all who have one there, whom they needn't know. */
  private touchStandIns(seats: Seats): void {
    for (const standIn of seats.standIns) {
      const holder = standIn.device ? this.devices.named(standIn.device.value) : this.persons.of(standIn);
      if (holder) {
        this.touch(holder);
      }
    }
  }

  private touchLikenesses(assignment: Assignment): void {
    this.likenesses.of(assignment).forEach(likeness => this.likenessesToSettle.add(likeness));
  }

  /** One likeness of an assignment speaks for all, so they are checked together. */
  private heedLikeness(likeness: Likeness): void {
    this.touch(likeness);
    if (this.likenesses.haveTags) {
      for (const assignment of likeness.assignments(this.persons)) {
        this.likenesses.of(assignment).forEach(other => this.touch(other));
      }
    }
  }

  private touchTypes(): void {
    for (const type of this.index.types.values()) {
      this.touch(type);
      type.pools.forEach(pool => this.touch(pool));
    }
  }

  private touchPerson(person: Person): Person {
    person.forget();
    return this.touch(person);
  }

  private touchPool(pool: Pool): void {
    this.dirty.add(pool);
    this.touch(this.index.type(pool.type)).leftOver.heed(pool);
  }

  /**
   * Makes the pools of an order from its purchases, and finds the pool of each of its assignments, in steps: left
   * off, it can start again. Where nobody would find another pool than before, the pools keep who holds their seats.
   */
  private *rebuild(order: Order): Generator<Order, void> {
    const { compare, today } = this.circumstances;
    const lines = [...order.lines].sort(compare);
    const isPartlyUnreadable = lines.some(line => !line.licenseType);
    const pools = poolsOf(order, lines);
    if (!order.isUnsettled && pools.length > 0 && isPartlyUnreadable === order.isPartlyUnreadable && suitAlike(order.pools, pools, today)) {
      for (const [index, pool] of order.pools.entries()) {
        pool.lines = pools[index]!.lines;
        pool.repeated = pools[index]!.repeated;
        this.touchPool(pool);
      }
      return;
    }
    for (const pool of order.pools) {
      pool.isEmpty = true;
      this.touchPool(pool);
      this.index.type(pool.type).pools.delete(pool);
    }
    order.pools = pools;
    order.isPartlyUnreadable = isPartlyUnreadable;
    order.isUnsettled = true;
    for (const pool of pools) {
      this.index.type(pool.type).pools.add(pool);
      this.touchPool(pool);
    }
    let found = 0;
    for (const [assignment, former] of order.holdings) {
      const holding = holdingAmong(order, assignment, today);
      if (!this.isFresh && !giveAlike(holding, former)) {
        this.heedHolding(assignment);
      }
      if (!(former instanceof Pool)) {
        this.hold(former, assignment, false);
      }
      order.hold(assignment, holding);
      this.hold(holding, assignment, true);
      if (++found % 256 === 0) {
        yield order;
      }
    }
    order.isUnsettled = false;
  }

  /** An assignment gives something else from now on, or has become sound or broken. */
  private heedHolding(assignment: Assignment): void {
    this.dirtyEntries.add(assignment);
    const person = this.persons.of(assignment);
    if (person) {
      this.personsToHeed.add(person);
    }
    const device = assignment.device && this.devices.named(assignment.device.value);
    if (device) {
      this.heedDevice(device);
    }
  }

  private touch<S extends AnySubject>(subject: S): S {
    this.dirty.add(subject);
    return subject;
  }
}
