import { localToday, type Day } from '../core/calendar';

/** Timers stand still while a machine sleeps, so none runs until midnight in one piece. */
const longestWait = 60 * 60 * 1000;

/** Tells which day it is, and when another has begun. */
export class Clock {
  private readonly onDayChange: () => void;
  private readonly now: () => Date;
  private announced: Day;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(onDayChange: () => void, now = () => new Date()) {
    this.onDayChange = onDayChange;
    this.now = now;
    this.announced = this.today();
    this.wait();
  }

  /** The day of the system's local calendar. */
  today(): Day {
    return localToday(this.now());
  }

  /** Looks whether another day has begun since the last look. */
  look(): void {
    const today = this.today();
    this.wait();
    if (today !== this.announced) {
      this.announced = today;
      this.onDayChange();
    }
  }

  dispose(): void {
    clearTimeout(this.timer);
  }

  private wait(): void {
    clearTimeout(this.timer);
    const now = this.now();
    const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1);
    this.timer = setTimeout(() => this.look(), Math.min(midnight.getTime() - now.getTime(), longestWait));
  }
}
