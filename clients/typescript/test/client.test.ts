import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApiClient, ApiError, type Answer } from '../src/index.js';

function answering(body: unknown, init: ResponseInit & { type?: string } = {}) {
  const calls: Request[] = [];
  const fetch = async (input: RequestInfo | URL, options?: RequestInit) => {
    calls.push(new Request(input, options));
    return new Response(JSON.stringify(body), { ...init, headers: { 'Content-Type': init.type ?? 'application/json', ...init.headers } });
  };
  return { api: new ApiClient({ url: 'https://api.example.com', headers: { 'X-Api-Key': 'key' }, fetch }), calls };
}

test('fills the path and the query', async () => {
  const { api, calls } = answering({ symbol: 'BRK.B' });
  const stock = await api.get('/api/v1/stocks/sp500/symbol/{symbol}', { path: { symbol: 'BRK/B' } });
  assert.equal(stock.symbol, 'BRK.B');
  await api.get('/api/v1/stocks/sp500/gainers', { query: { limit: 5 } });
  assert.deepEqual(
    calls.map(c => c.url),
    ['https://api.example.com/api/v1/stocks/sp500/symbol/BRK%2FB', 'https://api.example.com/api/v1/stocks/sp500/gainers?limit=5'],
  );
  assert.equal(calls[0]?.headers.get('X-Api-Key'), 'key');
});

test('posts a body', async () => {
  const { api, calls } = answering({});
  await api.post('/api/v1/email-subscription/subscribe', { body: { email: 'reader@example.com', agreed: true } });
  assert.deepEqual([calls[0]?.method, await calls[0]?.json()], ['POST', { email: 'reader@example.com', agreed: true }]);
});

test('an answer other than 2xx is an ApiError with the problem', async () => {
  const { api } = answering(
    { title: 'Not Found', detail: 'NOPE is not on this list.' },
    { status: 404, type: 'application/problem+json', headers: { 'Retry-After': '5', 'X-Request-ID': 'r1' } },
  );
  await assert.rejects(api.get('/api/v1/stocks/sp500/symbol/{symbol}', { path: { symbol: 'NOPE' } }), (error: unknown) => {
    assert.ok(error instanceof ApiError);
    assert.deepEqual([error.status, error.retryAfter, error.requestId, error.problem['title']], [404, 5, 'r1', 'Not Found']);
    return true;
  });
});

test('a path is not filled with nothing', async () => {
  const { api } = answering({});
  await assert.rejects(api.get('/api/v1/stocks/sp500/symbol/{symbol}', { path: { symbol: '' } }), TypeError);
});

test('mistakes do not compile', () => {
  const { api } = answering({});
  const never = () => [
    // @ts-expect-error no such path
    api.get('/api/v1/stocks/nope'),
    // @ts-expect-error the path has a placeholder
    api.get('/api/v1/stocks/sp500/symbol/{symbol}'),
    // @ts-expect-error no such parameter
    api.get('/api/v1/stocks/sp500/gainers', { query: { nope: 1 } }),
    // @ts-expect-error not a number
    api.get('/api/v1/stocks/sp500/gainers', { query: { limit: 'five' } }),
    // @ts-expect-error no such field of the body
    api.post('/api/v1/email-subscription/subscribe', { body: { address: 'reader@example.com' } }),
  ];
  const symbol = (stock: Answer<'/api/v1/stocks/sp500/symbol/{symbol}'>): string => stock.symbol;
  assert.ok(never instanceof Function && symbol instanceof Function);
});
