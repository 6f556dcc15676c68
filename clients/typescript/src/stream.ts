import { Board, type Numbered } from './board.js';
import type { components } from './generated/streams.js';
import { CloseCode, GOOD_CONNECTION_MS, SLOW_READER_INTERVAL_MS, pauseBefore } from './reconnect.js';

/** The server answers one snapshot a second, milliseconds. */
const SNAPSHOT_AGAIN_MS = 1_100;

type Schemas = components['schemas'];

/** The item of each board. */
export interface Items {
  crypto: Schemas['crypto_change'];
  sp500: Schemas['sp500_change'];
  etf: Schemas['etf_change'];
}

/** A board that is streamed. */
export type Topic = keyof Items;

/** What a stream needs of a WebSocket: the browser's, Node's (from 22 on) and that of the package `ws` have it. */
export interface WebSocketLike {
  onopen: ((event: any) => void) | null;
  onmessage: ((event: any) => void) | null;
  onclose: ((event: any) => void) | null;
  onerror: ((event: any) => void) | null;
  send(data: string): void;
  close(): void;
}

export type WebSocketClass = new (url: string) => WebSocketLike;

/** What has changed on the board. */
export interface Change<Item> {
  /** Whether the whole board was replaced: items that are not in it are gone. */
  readonly isSnapshot: boolean;
  /** Whether states in between were left out. */
  readonly isConflated: boolean;
  readonly items: readonly Item[];
}

/** Where the connection stands. */
export type State =
  | { readonly name: 'connecting'; readonly isResuming: boolean }
  | { readonly name: 'open' }
  /** Without a connection until the pause is over. */
  | { readonly name: 'waiting'; readonly code: number; readonly pauseMs: number; readonly why: 'closed' | 'silent' }
  /** For good: by `close()`, or with a code after which coming back is of no use. */
  | { readonly name: 'closed'; readonly code: number };

export interface StreamOptions<T extends Topic> {
  /** Address of the API: `https://api.example.com`. */
  readonly url: string;
  readonly topic: T;
  /** Only these, up to 200; all when left out. */
  readonly symbols?: readonly string[];
  /** At most one batch in that many milliseconds, up to 10,000. */
  readonly interval?: number;
  /** Whether items come as rows, the names of their fields once: half the bytes, and the same items here. Default true. */
  readonly compact?: boolean;
  /** The class to connect with; the global one when left out. */
  readonly WebSocket?: WebSocketClass;
  /** Silence after which the connection is given up, milliseconds: the server's heartbeat comes after 15 s. Default 20,000. */
  readonly silenceMs?: number;
  /** Prices have changed; the board has them already. */
  readonly onChange?: (change: Change<Items[T]>) => void;
  /** The server's source is gone: prices may be old since then (null: it does not know). */
  readonly onStale?: (since: Date | null) => void;
  /** Prices are those of now again. */
  readonly onRecovered?: () => void;
  readonly onState?: (state: State) => void;
  /** The server could not do what was asked: an unknown symbol, for example. The stream goes on. */
  readonly onError?: (error: Schemas['error']) => void;
  /** From 0 to 1; `Math.random` when left out. */
  readonly random?: () => number;
}

/**
 * Follows a board over `/ws/<topic>`: merges what comes, connects again after a random, growing pause, resumes where it was, and says when prices
 * may be old.
 */
export class BoardStream<T extends Topic> {
  readonly #options: StreamOptions<T>;
  readonly #board: Board<Items[T]>;
  readonly #silenceMs: number;
  #interval: number;
  #socket: WebSocketLike | undefined;
  #attempt = 0;
  #openedAt: number | undefined;
  #lastMessageAt = 0;
  #isAsking = false;
  #keys: readonly string[] = [];
  #retryAfterMs: number | undefined;
  #isStale = false;
  #isStarted = false;
  #pause: ReturnType<typeof setTimeout> | undefined;
  #watch: ReturnType<typeof setTimeout> | undefined;

  constructor(options: StreamOptions<T>) {
    this.#options = options;
    this.#interval = options.interval ?? 0;
    this.#silenceMs = options.silenceMs ?? 20_000;
    this.#board = new Board<Items[T]>(item => ('market' in item ? item.market : item.symbol), options.symbols === undefined);
  }

  /** The latest state, by market or symbol. */
  get board(): ReadonlyMap<string, Items[T]> {
    return this.#board.items;
  }

  /** The numbering of the batches; undefined before the first snapshot. */
  get epoch(): string | undefined {
    return this.#board.epoch;
  }

  /** Number of the last batch that is on the board. */
  get seq(): number {
    return this.#board.seq;
  }

  /** Whether the server said that prices may be old. */
  get isStale(): boolean {
    return this.#isStale;
  }

  /** Connects. Does nothing when it is started already. */
  start(): this {
    if (!this.#isStarted) {
      this.#isStarted = true;
      this.#connect();
    }
    return this;
  }

  /** Ends the stream; the board stays as it is. */
  close(): void {
    if (!this.#isStarted) return;
    this.#drop();
    this.#end(1000);
  }

  #connect(): void {
    const Socket = this.#options.WebSocket ?? (globalThis as { WebSocket?: WebSocketClass }).WebSocket;
    if (Socket === undefined) throw new TypeError('There is no global WebSocket here: pass one, for example that of the package ws.');
    this.#openedAt = undefined;
    this.#retryAfterMs = undefined;
    this.#keys = [];
    this.#say({ name: 'connecting', isResuming: this.#board.epoch !== undefined });
    if (!this.#isStarted) return;
    const socket = new Socket(this.#address());
    this.#socket = socket;
    socket.onopen = () => {
      this.#openedAt = Date.now();
      // What a resumed stream has missed says nothing about the source; the answer does.
      if (this.#isStale) socket.send('{"action":"heartbeat"}');
      this.#say({ name: 'open' });
    };
    socket.onmessage = event => {
      this.#lastMessageAt = Date.now();
      this.#receive(parse(String(event.data)));
    };
    socket.onerror = () => {};
    socket.onclose = event => this.#lost(event.code ?? CloseCode.abnormal, 'closed');
    this.#lastMessageAt = Date.now();
    this.#listen(this.#silenceMs);
  }

  #address(): string {
    const address = new URL(`/ws/${this.#options.topic}`, this.#options.url);
    address.protocol = address.protocol.replace('http', 'ws');
    const query = address.searchParams;
    if (this.#options.symbols !== undefined) query.set('symbols', this.#options.symbols.join(','));
    if (this.#interval > 0) query.set('interval', String(this.#interval));
    if (this.#options.compact !== false) query.set('format', 'compact');
    if (this.#board.epoch !== undefined) {
      query.set('epoch', this.#board.epoch);
      query.set('since', String(this.#board.seq));
    }
    return address.href;
  }

  /** A wire that is dead although nobody closed it is noticed by the heartbeats that do not come. */
  #listen(ms: number): void {
    this.#watch = setTimeout(() => {
      const left = this.#lastMessageAt + this.#silenceMs - Date.now();
      if (left > 0) this.#listen(left);
      else this.#lost(CloseCode.abnormal, 'silent');
    }, ms);
  }

  #receive(message: any): void {
    switch (message?.type) {
      case 'snapshot':
        this.#merge(this.#withItems(message));
        this.#know(message.stale_since);
        break;
      case 'heartbeat':
      case 'heartbeat_response':
        this.#know(message.stale_since);
        break;
      case 'stale':
        this.#know(message.since ?? null);
        break;
      case 'recovered':
        this.#know(undefined);
        break;
      case 'keys':
        this.#keys = message.keys;
        break;
      case 'going_away':
        this.#retryAfterMs = message.retry_after_ms;
        break;
      case 'error':
        if (message.code === 'too_many_snapshots') this.#askAgain();
        this.#options.onError?.(message);
        break;
      default:
        if (Array.isArray(message?.data)) this.#merge(this.#withItems(message));
    }
  }

  /** Rows of the compact form as items; a server that does not know the form sends items. */
  #withItems(message: any): Numbered<Items[T]> {
    const item = (row: any) => (Array.isArray(row) ? Object.fromEntries(this.#keys.map((key, place) => [key, row[place]])) : row);
    return { ...message, data: message.data.map(item) };
  }

  #merge(message: Numbered<Items[T]>): void {
    const taken = this.#board.take(message);
    if (taken === 'snapshot') this.#isAsking = false;
    if (taken === 'gap' && !this.#isAsking) {
      this.#isAsking = true;
      this.#socket?.send('{"action":"snapshot"}');
    }
    if (taken === 'snapshot' || taken === 'batch')
      this.#options.onChange?.({ isSnapshot: taken === 'snapshot', isConflated: message.conflated === true, items: message.data });
  }

  /** The server gives one snapshot a second. */
  #askAgain(): void {
    const socket = this.#socket;
    setTimeout(() => {
      if (this.#isAsking && this.#socket === socket) socket?.send('{"action":"snapshot"}');
    }, SNAPSHOT_AGAIN_MS);
  }

  /** @param since Since when prices may be old; null: unknown; undefined: they are those of now. */
  #know(since: string | null | undefined): void {
    const isStale = since !== undefined;
    if (isStale === this.#isStale) return;
    this.#isStale = isStale;
    if (isStale) this.#options.onStale?.(since === null ? null : new Date(since));
    else this.#options.onRecovered?.();
  }

  #lost(code: number, why: 'closed' | 'silent'): void {
    this.#drop();
    if (this.#openedAt !== undefined && Date.now() - this.#openedAt >= GOOD_CONNECTION_MS) this.#attempt = 0;
    if (code === CloseCode.tooSlow) this.#interval = Math.max(this.#interval, SLOW_READER_INTERVAL_MS);
    const pauseMs = pauseBefore(this.#attempt++, code, this.#retryAfterMs, (this.#options.random ?? Math.random)());
    if (pauseMs === undefined) {
      this.#end(code);
      return;
    }
    this.#pause = setTimeout(() => this.#connect(), pauseMs);
    this.#say({ name: 'waiting', code, pauseMs, why });
  }

  #end(code: number): void {
    this.#isStarted = false;
    this.#say({ name: 'closed', code });
  }

  /** Lets go of the connection at once: a dead wire would take minutes to close. */
  #drop(): void {
    clearTimeout(this.#pause);
    clearTimeout(this.#watch);
    const socket = this.#socket;
    this.#socket = undefined;
    this.#isAsking = false;
    if (socket === undefined) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
  }

  #say(state: State): void {
    this.#options.onState?.(state);
  }
}

/** Unreadable text is a message that was missed: the next number shows it. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
