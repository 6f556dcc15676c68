// Follows a board for the test of the clients against a running API; speaks JSON lines.
//   node build/tools/follow.js URL [SYMBOLS [INTERVAL]]
// Writes what happens to the stream, one object a line. On a line from standard input: `board` writes the board, `quote` asks REST for the price
// of one stock, the end of the input ends it.
import { createInterface } from 'node:readline';
import { WebSocket } from 'ws';
import { ApiClient, BoardStream } from '../src/index.js';

const symbol = 'AAPL';
const [url = 'http://127.0.0.1:8888', symbols, interval = '0'] = process.argv.slice(2);
const write = (message: object) => process.stdout.write(`${JSON.stringify(message)}\n`);

const api = new ApiClient({ url });
const stream = new BoardStream({
  url,
  topic: 'sp500',
  ...(symbols ? { symbols: symbols.split(',') } : {}),
  interval: Number(interval),
  WebSocket,
  onChange: change => write({ snapshot: change.isSnapshot, price: stream.board.get(symbol)?.price ?? null }),
  onStale: () => write({ stale: true }),
  onRecovered: () => write({ stale: false }),
  onState: state => write({ state: state.name, ...('code' in state ? { code: state.code } : {}), silent: state.name === 'waiting' && state.why === 'silent' }),
}).start();

for await (const line of createInterface({ input: process.stdin })) {
  if (line === 'board') {
    write({ epoch: stream.epoch, seq: stream.seq, board: Object.fromEntries(stream.board) });
  } else {
    const stock = await api.get('/api/v1/stocks/sp500/symbol/{symbol}', { path: { symbol } });
    write({ quote: stock.current_price?.current_price ?? null });
  }
}
stream.close();
