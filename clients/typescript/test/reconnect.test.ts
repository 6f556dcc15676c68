import assert from 'node:assert/strict';
import { test } from 'node:test';
import { comesBack, fullJitter, pauseBefore } from '../src/index.js';

test('the window of the random pause doubles up to half a minute', () => {
  assert.deepEqual([0, 1, 2, 5, 6, 50].map(attempt => fullJitter(attempt, 1)), [500, 1000, 2000, 16_000, 30_000, 30_000]);
  assert.equal(fullJitter(6, 0), 0);
  assert.equal(fullJitter(1, 0.25), 250);
});

test('close codes say whether to come back', () => {
  for (const code of [1002, 1003, 1007, 1008, 1009]) assert.equal(pauseBefore(0, code, undefined, 0.5), undefined);
  for (const code of [4008, 4013, 4029]) assert.equal(pauseBefore(0, code, undefined, 0.5), 5_250);
  for (const code of [1000, 1001, 1005, 1006, 1011, 1012]) assert.equal(comesBack(code), 'soon');
});

test('the time of going_away is waited for first', () => {
  assert.equal(pauseBefore(0, 1001, 3_000, 0.5), 3_250);
});
