"""Follows a board for the test of the clients against a running API; speaks JSON lines.

    python3 follow.py URL [SYMBOLS [INTERVAL]]

Writes what happens to the stream, one object a line. On a line from standard input: `board` writes the board, `quote` asks REST for the
first symbol's price, the end of the input ends it.
"""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Mapping
from typing import Any

from investment_assistant import Client, Sp500Stream, State

SYMBOL = "AAPL"


def write(message: Mapping[str, Any]) -> None:
    print(json.dumps(message), flush=True)


async def main(url: str, symbols: str | None = None, interval: str = "0") -> None:
    def on_state(state: State) -> None:
        write({"state": state.name, "code": state.code, "silent": state.is_silent})

    stream = Sp500Stream(
        url,
        symbols=symbols.split(",") if symbols else None,
        interval=int(interval),
        on_state=on_state,
        on_stale=lambda since: write({"stale": True}),
        on_recovered=lambda: write({"stale": False}),
    )

    async def follow() -> None:
        async for change in stream:
            write({"snapshot": change.is_snapshot, "price": stream.board[SYMBOL]["price"] if SYMBOL in stream.board else None})

    following = asyncio.ensure_future(follow())
    lines = asyncio.StreamReader()
    loop = asyncio.get_running_loop()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(lines), sys.stdin)
    with Client(url) as api:
        while line := await lines.readline():
            if line.strip() == b"board":
                write({"epoch": stream.epoch, "seq": stream.seq, "board": dict(stream.board)})
            else:
                stock = await asyncio.to_thread(lambda: api.get("/api/v1/stocks/sp500/symbol/{symbol}", symbol=SYMBOL))
                quote = stock["current_price"]
                write({"quote": quote["current_price"] if quote else None})
    await stream.close()
    await following


asyncio.run(main(*sys.argv[1:]))
