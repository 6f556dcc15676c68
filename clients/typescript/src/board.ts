/** A batch or a snapshot, as far as merging needs to know it. */
export interface Numbered<Item> {
  readonly type: string;
  readonly epoch: string;
  readonly seq: number;
  readonly conflated?: boolean;
  readonly data: readonly Item[];
}

/** What became of a message. After `gap` nothing but a snapshot is taken. */
export type Taken = 'snapshot' | 'batch' | 'old' | 'gap';

/**
 * The latest state of each item, as a snapshot and the batches after it say. A snapshot replaces all; a batch is merged by key; a batch that does
 * not follow on the one before leaves the board as it is, and asks for a snapshot.
 */
export class Board<Item> {
  readonly #items = new Map<string, Item>();
  readonly #keyOf: (item: Item) => string;
  readonly #isWhole: boolean;
  #epoch: string | undefined;
  #seq = 0;
  #needsSnapshot = false;

  /**
   * @param keyOf The item's market or symbol.
   * @param isWhole Whether all items are followed: only then are the numbers without gaps.
   */
  constructor(keyOf: (item: Item) => string, isWhole: boolean) {
    this.#keyOf = keyOf;
    this.#isWhole = isWhole;
  }

  /** By market or symbol. */
  get items(): ReadonlyMap<string, Item> {
    return this.#items;
  }

  /** The numbering; undefined before the first snapshot. */
  get epoch(): string | undefined {
    return this.#epoch;
  }

  /** Number of the last batch that is in. */
  get seq(): number {
    return this.#seq;
  }

  /** Takes a snapshot or a batch. */
  take(message: Numbered<Item>): Taken {
    if (message.type === 'snapshot') {
      this.#items.clear();
      this.#needsSnapshot = false;
    } else {
      if (this.#needsSnapshot || message.epoch !== this.#epoch) return this.#gap();
      if (message.seq <= this.#seq) return 'old';
      if (this.#isWhole && message.conflated !== true && message.seq !== this.#seq + 1) return this.#gap();
    }
    for (const item of message.data) {
      const key = this.#keyOf(item);
      this.#items.set(key, { ...this.#items.get(key), ...item });
    }
    this.#epoch = message.epoch;
    this.#seq = message.seq;
    return message.type === 'snapshot' ? 'snapshot' : 'batch';
  }

  #gap(): Taken {
    this.#needsSnapshot = true;
    return 'gap';
  }
}
