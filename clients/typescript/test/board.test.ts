import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Board } from '../src/index.js';

interface Item {
  symbol: string;
  price: number;
}

const batch = (seq: number, ...data: Item[]) => ({ type: 'sp500_trade', epoch: 'e', seq, data });
const snapshot = (seq: number, ...data: Item[]) => ({ ...batch(seq, ...data), type: 'snapshot' });
const a = (price: number) => ({ symbol: 'A', price });
const b = (price: number) => ({ symbol: 'B', price });
const board = (isWhole = true) => new Board<Item>(i => i.symbol, isWhole);

test('a snapshot replaces the board and a batch is merged into it', () => {
  const one = board();
  assert.equal(one.take(snapshot(4, a(1), b(2))), 'snapshot');
  assert.equal(one.take(batch(5, b(3))), 'batch');
  assert.deepEqual([...one.items.values()], [a(1), b(3)]);
  assert.deepEqual([one.epoch, one.seq], ['e', 5]);
  one.take(snapshot(9, b(4)));
  assert.deepEqual([...one.items.keys()], ['B']);
});

test('a missing number is a gap, and only a snapshot ends it', () => {
  const one = board();
  one.take(snapshot(4, a(1)));
  assert.equal(one.take(batch(6, a(2))), 'gap');
  assert.equal(one.take(batch(5, a(3))), 'gap');
  assert.equal(one.take({ ...batch(7, a(3)), conflated: true }), 'gap');
  assert.deepEqual([one.seq, one.items.get('A')], [4, a(1)]);
  assert.equal(one.take(snapshot(7, a(3))), 'snapshot');
  assert.equal(one.take(batch(8, a(4))), 'batch');
});

test('a conflated batch replaces several, and so may jump', () => {
  const one = board();
  one.take(snapshot(4, a(1)));
  assert.equal(one.take({ ...batch(9, a(2)), conflated: true }), 'batch');
  assert.equal(one.seq, 9);
});

test('with symbols the numbers jump over batches of others', () => {
  const one = board(false);
  one.take(snapshot(4, a(1)));
  assert.equal(one.take(batch(9, a(2))), 'batch');
});

test('a batch that is in already changes nothing', () => {
  const one = board();
  one.take(snapshot(4, a(1)));
  assert.equal(one.take(batch(4, a(2))), 'old');
  assert.deepEqual(one.items.get('A'), a(1));
});

test('a batch of another epoch, or before the first snapshot, is a gap', () => {
  const one = board();
  assert.equal(one.take(batch(1, a(1))), 'gap');
  one.take(snapshot(1, a(1)));
  assert.equal(one.take({ ...batch(2, a(2)), epoch: 'f' }), 'gap');
});
