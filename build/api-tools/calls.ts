// Calls as a front end writes them. They compile only while the document has these routes, parameters and properties with these types.
import type { paths } from './api.js';

type Gets = { [P in keyof paths]: paths[P] extends { get: object } ? P : never }[keyof paths];
type Get<P extends Gets> = paths[P] extends { get: infer O } ? O : never;
type Answer<P extends Gets> = Get<P> extends { responses: { 200: { content: { 'application/json': infer T } } } } ? T : never;
type Query<P extends Gets> = Get<P> extends { parameters: { query?: infer Q } } ? Q : never;
type Values<P extends Gets> = Get<P> extends { parameters: { path: infer V } } ? V : undefined;

declare function get<P extends Gets>(path: P, query?: Query<P>, values?: Values<P>): Promise<Answer<P>>;

/** Routes whose answers were once of one type by mistake of a document. */
type Differ<A, B> = [A, B] extends [B, A] ? never : true;

export const differ: [
  Differ<Answer<'/api/v1/balance-sheet/trends/{symbol}'>, Answer<'/api/v1/market-news-sentiment/sentiment-trends'>>,
  Differ<Answer<'/api/v1/balance-sheet/trends/{symbol}'>, Answer<'/api/v1/treasury-yield/trends'>>,
] = [true, true];

export async function calls(): Promise<string[]> {
  const lines: string[] = [];

  const gainers = await get('/api/v1/stocks/sp500/gainers', { limit: 5 });
  for (const stock of gainers.stocks) lines.push(`${stock.symbol.toUpperCase()} ${stock.change_percentage?.toFixed(2) ?? '?'} %`);

  const coin = await get('/api/v1/crypto/{symbol}', undefined, { symbol: 'BTC' });
  lines.push(`${coin.market} ${coin.price?.toLocaleString() ?? '?'} KRW`);

  const chart = await get('/api/v1/stocks/sp500/chart/{symbol}', { timeframe: '1D', extended: false }, { symbol: 'AAPL' });
  // @ts-expect-error: a closed list of words
  await get('/api/v1/stocks/sp500/chart/{symbol}', { timeframe: '1Y' }, { symbol: 'AAPL' });
  lines.push(`${chart.symbol}: ${chart.chart_data.length}`);

  const found = await get('/api/v1/market-news/search', { q: 'inflation', limit: 3, sort: 'relevance' });
  lines.push(Array.isArray(found) ? String(found.length) : String(found.total));

  const health = await get('/health/detailed');
  lines.push(health.status);
  return lines;
}
