import { ApiClient, BoardStream } from '../src/index.js';

const url = 'http://127.0.0.1:8888';
const stock = await new ApiClient({ url }).get('/api/v1/stocks/sp500/symbol/{symbol}', { path: { symbol: 'AAPL' } });
console.log(stock.symbol, stock.current_price?.current_price);

new BoardStream({
  url,
  topic: 'sp500',
  symbols: ['AAPL', 'MSFT'],
  onChange: ({ items }) => items.forEach(item => console.log(item.symbol, item.price)),
  onStale: since => console.log('old since', since),
}).start();
