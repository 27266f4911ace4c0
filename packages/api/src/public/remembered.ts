// A small memory of what was looked up: bounded, each entry for a limited time, one lookup at a time for each key; what
// is asked for all the time is looked up again before its time is over, so that nobody waits for it. What was not found is
// not remembered, so that nobody can fill it with guesses.

export interface MemoryOptions {
  /** Entries at most; the oldest goes first. */
  readonly most: number;
  /** Milliseconds an entry is good for. */
  readonly life: number;
  readonly clock: { now(): Date };
}

interface Entry<V> {
  readonly value: V;
  readonly until: number;
}

export class Remembered<V> {
  readonly #entries = new Map<string, Entry<V>>();
  readonly #underWay = new Map<
    string,
    { readonly ticket: symbol; readonly answer: Promise<V | undefined> }
  >();
  readonly #options: MemoryOptions;

  constructor(options: MemoryOptions) {
    this.#options = options;
  }

  /** What is known under this key and still good; at once, so that the way of every request stays short. */
  get(key: string): V | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    if (entry.until > this.#options.clock.now().getTime()) return entry.value;
    this.#entries.delete(key);
    return undefined;
  }

  /** What is known and good, looked up again meanwhile when its time is nearly over; else what a lookup finds. */
  find(key: string, lookUp: () => Promise<V | undefined>): V | Promise<V | undefined> {
    const entry = this.#entries.get(key);
    const left = entry === undefined ? 0 : entry.until - this.#options.clock.now().getTime();
    if (entry === undefined || left <= 0) return this.learn(key, lookUp);
    // One that fails is asked again once its time is over, and whoever asks then is told.
    if (left < this.#options.life / 4 && !this.#underWay.has(key))
      this.learn(key, lookUp).catch(() => undefined);
    return entry.value;
  }

  /** Looks it up, and remembers it when it is found. */
  learn(key: string, lookUp: () => Promise<V | undefined>): Promise<V | undefined> {
    const running = this.#underWay.get(key);
    if (running) return running.answer;
    const ticket = Symbol(key);
    const answer = this.#settle(key, ticket, lookUp());
    this.#underWay.set(key, { ticket, answer });
    return answer;
  }

  forget(key: string): void {
    this.#entries.delete(key);
    this.#underWay.delete(key);
  }

  forgetAll(): void {
    this.#entries.clear();
    this.#underWay.clear();
  }

  async #settle(key: string, ticket: symbol, lookUp: Promise<V | undefined>): Promise<V | undefined> {
    const isCurrent = (): boolean => this.#underWay.get(key)?.ticket === ticket;
    try {
      const value = await lookUp;
      // What was forgotten while it was looked up may be of yesterday: it is answered once, and not kept.
      if (!isCurrent()) return value;
      if (value === undefined) this.#entries.delete(key);
      else this.#keep(key, value);
      return value;
    } finally {
      if (isCurrent()) this.#underWay.delete(key);
    }
  }

  #keep(key: string, value: V): void {
    this.#entries.delete(key);
    this.#entries.set(key, { value, until: this.#options.clock.now().getTime() + this.#options.life });
    const oldest = this.#entries.keys().next();
    if (this.#entries.size > this.#options.most && oldest.done !== true) this.#entries.delete(oldest.value);
  }
}
