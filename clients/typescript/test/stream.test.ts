import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';
import { BoardStream, type State, type StreamOptions } from '../src/index.js';

/** A connection whose server is the test. */
class FakeSocket {
  static all: FakeSocket[] = [];
  onopen: ((event: unknown) => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  onerror: ((event: unknown) => void) | null = null;
  readonly sent: string[] = [];
  isClosed = false;
  readonly url: URL;

  constructor(url: string) {
    this.url = new URL(url);
    FakeSocket.all.push(this);
  }

  static get last(): FakeSocket {
    return FakeSocket.all.at(-1)!;
  }

  send(data: string): void {
    this.sent.push(data);
  }

  close(): void {
    this.isClosed = true;
  }

  open(...messages: object[]): this {
    this.onopen?.({});
    return this.say(...messages);
  }

  say(...messages: object[]): this {
    for (const message of messages) this.onmessage?.({ data: JSON.stringify(message) });
    return this;
  }

  end(code: number): void {
    this.onclose?.({ code });
  }
}

const item = (price: number) => ({ symbol: 'AAPL', price });
const snapshot = (seq: number, ...data: object[]) => ({ type: 'snapshot', topic: 'sp500', epoch: 'e', seq, data });
const batch = (seq: number, ...data: object[]) => ({ type: 'sp500_trade', epoch: 'e', seq, data });

function start(options: Partial<StreamOptions<'sp500'>> = {}) {
  const states: State[] = [];
  const notes: string[] = [];
  const stream = new BoardStream({
    url: 'https://api.example.com',
    topic: 'sp500',
    WebSocket: FakeSocket,
    random: () => 0.5,
    onState: state => states.push(state),
    onStale: since => notes.push(`stale ${since?.toISOString() ?? 'unknown'}`),
    onRecovered: () => notes.push('recovered'),
    ...options,
  }).start();
  return { stream, states, notes };
}

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ['setTimeout', 'Date'] });
  FakeSocket.all = [];
});

test('names symbols and interval, and then where it left off', () => {
  start({ symbols: ['AAPL', 'BRK.B'], interval: 250 });
  assert.equal(FakeSocket.last.url.href, 'wss://api.example.com/ws/sp500?symbols=AAPL%2CBRK.B&interval=250&format=compact');
  FakeSocket.last.open(snapshot(41, item(1)), batch(44, item(2))).end(1006);
  mock.timers.tick(250);
  const query = FakeSocket.last.url.searchParams;
  assert.deepEqual([FakeSocket.all.length, query.get('epoch'), query.get('since')], [2, 'e', '44']);
});

test('rows are items by the keys of their connection', () => {
  const { stream } = start();
  const keys = (...names: string[]) => ({ type: 'keys', topic: 'sp500', keys: names });
  const row = (...values: unknown[]) => values as unknown as object;
  FakeSocket.last.open(keys('symbol', 'price', 'volume'), snapshot(1, row('AAPL', 1.5, null), row('MSFT', 2, 3)), batch(2, row('AAPL', 2.5, 4)));
  assert.deepEqual(Object.fromEntries(stream.board), {
    AAPL: { symbol: 'AAPL', price: 2.5, volume: 4 },
    MSFT: { symbol: 'MSFT', price: 2, volume: 3 },
  });
  FakeSocket.last.end(1006);
  mock.timers.tick(250);
  FakeSocket.last.open(keys('price', 'symbol'), batch(3, row(7, 'MSFT')));
  assert.deepEqual([stream.seq, stream.board.get('MSFT')?.price], [3, 7]);
});

test('objects are asked for by their option', () => {
  const { stream } = start({ compact: false });
  assert.equal(FakeSocket.last.url.search, '');
  FakeSocket.last.open(snapshot(1, item(1)));
  assert.equal(stream.board.get('AAPL')?.price, 1);
});

test('the board holds what came before and after a drop', () => {
  const changes: boolean[] = [];
  const { stream } = start({ onChange: change => changes.push(change.isSnapshot) });
  FakeSocket.last.open(snapshot(1, item(1))).end(1006);
  mock.timers.tick(250);
  FakeSocket.last.open(batch(2, item(2)), batch(3, item(3)));
  assert.equal(stream.board.get('AAPL')?.price, 3);
  assert.deepEqual(changes, [true, false, false]);
});

test('a gap asks for a snapshot, once, and again when the server says it was too early', () => {
  const { stream } = start();
  FakeSocket.last.open(snapshot(1, item(1)), batch(3, item(3)), batch(4, item(4)));
  assert.deepEqual(FakeSocket.last.sent, ['{"action":"snapshot"}']);
  assert.equal(stream.board.get('AAPL')?.price, 1);
  FakeSocket.last.say({ type: 'error', code: 'too_many_snapshots', message: '' });
  mock.timers.tick(1_100);
  assert.equal(FakeSocket.last.sent.length, 2);
  FakeSocket.last.say(snapshot(5, item(5)), batch(6, item(6)));
  assert.deepEqual([stream.seq, stream.board.get('AAPL')?.price], [6, 6]);
});

test('pauses grow, and a good connection makes them short again', () => {
  const { states } = start();
  for (let i = 0; i < 3; i++) {
    FakeSocket.last.end(1006);
    mock.timers.tick(30_000);
  }
  FakeSocket.last.open(snapshot(1));
  for (let i = 0; i < 5; i++) {
    mock.timers.tick(2_000);
    FakeSocket.last.say({ type: 'heartbeat' });
  }
  FakeSocket.last.end(1006);
  assert.deepEqual(states.flatMap(s => (s.name === 'waiting' ? [s.pauseMs] : [])), [250, 500, 1_000, 250]);
});

test('going_away says when to come back', () => {
  const { states } = start();
  FakeSocket.last.open(snapshot(1), { type: 'going_away', retry_after_ms: 3_000 }).end(1001);
  assert.deepEqual(states.at(-1), { name: 'waiting', code: 1001, pauseMs: 3_250, why: 'closed' });
  mock.timers.tick(3_249);
  assert.equal(FakeSocket.all.length, 1);
  mock.timers.tick(1);
  assert.equal(FakeSocket.all.length, 2);
});

test('a code after which coming back is of no use ends it', () => {
  const { states } = start();
  FakeSocket.last.open().end(1008);
  mock.timers.tick(60_000);
  assert.deepEqual([states.at(-1), FakeSocket.all.length], [{ name: 'closed', code: 1008 }, 1]);
});

test('a slow reader comes back with an interval', () => {
  start();
  FakeSocket.last.open(snapshot(1)).end(4008);
  mock.timers.tick(5_250);
  assert.equal(FakeSocket.last.url.searchParams.get('interval'), '1000');
});

test('silence longer than the heartbeat is a dead wire', () => {
  const { states } = start();
  FakeSocket.last.open(snapshot(1));
  mock.timers.tick(15_000);
  FakeSocket.last.say({ type: 'heartbeat' });
  mock.timers.tick(19_999);
  assert.equal(states.at(-1)?.name, 'open');
  const dead = FakeSocket.last;
  mock.timers.tick(1);
  assert.deepEqual([states.at(-1)?.name, dead.isClosed], ['waiting', true]);
  mock.timers.tick(500);
  assert.equal(FakeSocket.all.length, 2);
});

test('stale and recovered are said once each', () => {
  const { notes, stream } = start();
  FakeSocket.last.open(snapshot(1), { type: 'stale', since: '2026-11-27T15:00:00Z' }, { type: 'stale', since: null });
  assert.equal(stream.isStale, true);
  FakeSocket.last.say({ type: 'recovered', epoch: 'f' }, { ...snapshot(1), epoch: 'f' });
  assert.deepEqual(notes, ['stale 2026-11-27T15:00:00.000Z', 'recovered']);
});

test('a stream that was stale asks the next replica', () => {
  const { notes } = start();
  FakeSocket.last.open(snapshot(1), { type: 'stale', since: null }).end(1006);
  mock.timers.tick(250);
  FakeSocket.last.open(batch(2, item(2)));
  assert.deepEqual([FakeSocket.last.sent, notes], [['{"action":"heartbeat"}'], ['stale unknown']]);
  FakeSocket.last.say({ type: 'heartbeat_response' });
  assert.deepEqual(notes, ['stale unknown', 'recovered']);
});

test('a snapshot says whether it is stale', () => {
  const { notes } = start();
  FakeSocket.last.open({ ...snapshot(1), stale_since: '2026-11-27T15:00:00Z' });
  assert.deepEqual(notes, ['stale 2026-11-27T15:00:00.000Z']);
});

test('close ends it, also in a pause', () => {
  const { stream, states } = start();
  FakeSocket.last.end(1006);
  stream.close();
  mock.timers.tick(60_000);
  assert.deepEqual([states.at(-1), FakeSocket.all.length], [{ name: 'closed', code: 1000 }, 1]);
});

test('what cannot be read is a missed message', () => {
  const { stream } = start();
  FakeSocket.last.open(snapshot(1, item(1)));
  FakeSocket.last.onmessage?.({ data: '{"type":' });
  FakeSocket.last.say(batch(2, item(2)));
  assert.equal(stream.seq, 2);
});

test('errors of the server are passed on', () => {
  const errors: string[] = [];
  start({ onError: error => errors.push(error.code) });
  FakeSocket.last.open({ type: 'error', code: 'unknown_symbol', message: 'not on this board: NOPE', symbols: ['NOPE'] });
  assert.deepEqual(errors, ['unknown_symbol']);
});
