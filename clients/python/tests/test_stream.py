"""The stream against a server of the test, on a real port of this machine."""

from __future__ import annotations

import asyncio
import json
import unittest
from collections.abc import Awaitable, Callable, Sequence
from typing import Any
from urllib.parse import parse_qs, urlsplit

import websockets

from investment_assistant import Sp500Stream, State

Script = Callable[[Any], Awaitable[None]]


def item(price: float) -> dict[str, Any]:
    return {"symbol": "AAPL", "price": price}


def batch(seq: int, *data: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"type": "sp500_trade", "epoch": "e", "seq": seq, "data": list(data), **more}


def snapshot(seq: int, *data: dict[str, Any], **more: Any) -> dict[str, Any]:
    return batch(seq, *data, **{"type": "snapshot", **more})


def saying(*messages: dict[str, Any], close: int | None = None) -> Script:
    """A connection that says something, and then waits or closes."""

    async def script(socket: Any) -> None:
        for message in messages:
            await socket.send(json.dumps(message))
        if close is None:
            await socket.wait_closed()
        else:
            await socket.close(close)

    return script


class StreamTests(unittest.IsolatedAsyncioTestCase):
    async def follow(self, scripts: Sequence[Script], until: Callable[[Sp500Stream], bool], **options: Any) -> Sp500Stream:
        """Follows a server whose connections go by the scripts, one each, until the condition holds or the stream ends."""
        self.queries: list[dict[str, list[str]]] = []
        self.states: list[State] = []
        self.notes: list[str] = []
        left = list(scripts)

        async def serve(socket: Any, *_: Any) -> None:
            self.queries.append(parse_qs(urlsplit(socket.path).query))
            await (left.pop(0) if left else saying())(socket)

        server: Any = await getattr(websockets, "serve")(serve, "127.0.0.1", 0)
        stream = Sp500Stream(
            f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}",
            on_state=lambda state: self.states.append(state),
            on_stale=lambda since: self.notes.append(f"stale {since}"),
            on_recovered=lambda: self.notes.append("recovered"),
            random=lambda: 0.01,
            **options,
        )

        async def run() -> None:
            async for _ in stream:
                pass

        task = asyncio.ensure_future(run())
        try:
            async with asyncio.timeout(30):
                while not until(stream) and not task.done():
                    await asyncio.sleep(0.01)
        finally:
            await stream.close()
            await task
            server.close()
            await server.wait_closed()
        return stream

    def pauses(self) -> list[float]:
        return [round(state.pause, 4) for state in self.states if state.name == "waiting"]

    async def test_names_symbols_and_interval_and_then_where_it_left_off(self) -> None:
        await self.follow(
            [saying(snapshot(41, item(1)), batch(44, item(2)), close=1012), saying(batch(45, item(3)))],
            lambda stream: stream.seq == 45,
            symbols=["AAPL", "BRK.B"],
            interval=250,
        )
        self.assertEqual(
            self.queries,
            [
                {"symbols": ["AAPL,BRK.B"], "interval": ["250"], "format": ["compact"]},
                {"symbols": ["AAPL,BRK.B"], "interval": ["250"], "format": ["compact"], "epoch": ["e"], "since": ["44"]},
            ],
        )

    async def test_rows_are_items_by_the_keys_of_their_connection(self) -> None:
        def keys(*names: str) -> dict[str, Any]:
            return {"type": "keys", "topic": "sp500", "keys": names}

        def rows(message: dict[str, Any], *data: list[Any]) -> dict[str, Any]:
            return {**message, "data": data}

        first = rows(snapshot(1), ["AAPL", 1.5, None], ["MSFT", 2, 3])
        stream = await self.follow(
            [
                saying(keys("symbol", "price", "volume"), first, rows(batch(2), ["AAPL", 2.5, 4]), close=1011),
                saying(keys("price", "symbol"), rows(batch(3), [7, "MSFT"])),
            ],
            lambda stream: stream.seq == 3,
        )
        self.assertEqual(
            dict(stream.board),
            {"AAPL": {"symbol": "AAPL", "price": 2.5, "volume": 4}, "MSFT": {"symbol": "MSFT", "price": 7, "volume": 3}},
        )

    async def test_objects_are_asked_for_by_their_option(self) -> None:
        stream = await self.follow([saying(snapshot(1, item(1)))], lambda stream: stream.seq == 1, compact=False)
        self.assertEqual((self.queries, dict(stream.board)), ([{}], {"AAPL": item(1)}))

    async def test_the_board_holds_what_came_before_and_after_a_drop(self) -> None:
        stream = await self.follow(
            [saying(snapshot(1, item(1)), close=1011), saying(batch(2, item(2)), batch(3, item(3)))], lambda stream: stream.seq == 3
        )
        self.assertEqual(dict(stream.board), {"AAPL": item(3)})
        self.assertEqual(self.states[-1], State("closed", code=1000))

    async def test_a_gap_asks_for_a_snapshot_and_again_when_it_was_too_early(self) -> None:
        asked: list[str] = []

        async def script(socket: Any) -> None:
            for message in (snapshot(1, item(1)), batch(3, item(3)), batch(4, item(4))):
                await socket.send(json.dumps(message))
            asked.append(await socket.recv())
            await socket.send(json.dumps({"type": "error", "code": "too_many_snapshots", "message": ""}))
            asked.append(await socket.recv())
            await saying(snapshot(5, item(5)), batch(6, item(6)))(socket)

        stream = await self.follow([script], lambda stream: stream.seq == 6)
        self.assertEqual(asked, ['{"action":"snapshot"}'] * 2)
        self.assertEqual(dict(stream.board), {"AAPL": item(6)})

    async def test_pauses_grow(self) -> None:
        await self.follow([saying(close=1011)] * 3, lambda _: len(self.queries) == 4)
        self.assertEqual(self.pauses(), [0.005, 0.01, 0.02])

    async def test_going_away_says_when_to_come_back(self) -> None:
        await self.follow(
            [saying(snapshot(1), {"type": "going_away", "retry_after_ms": 30}, close=1001)], lambda _: len(self.queries) == 2
        )
        self.assertEqual(self.pauses(), [0.035])

    async def test_a_code_after_which_coming_back_is_of_no_use_ends_it(self) -> None:
        await self.follow([saying(close=1008)], lambda _: False)
        self.assertEqual((self.states[-1], len(self.queries)), (State("closed", code=1008), 1))

    async def test_a_slow_reader_comes_back_later(self) -> None:
        await self.follow([saying(snapshot(1), close=4008)], lambda _: len(self.pauses()) == 1)
        self.assertEqual(self.pauses(), [5.005])

    async def test_silence_is_a_dead_wire(self) -> None:
        await self.follow([saying(snapshot(1))], lambda _: len(self.queries) == 2, silence=1.0)
        self.assertTrue(any(state.is_silent for state in self.states))

    async def test_stale_and_recovered_are_said_once_each(self) -> None:
        stale = {"type": "stale", "since": "2026-11-27T15:00:00Z"}
        await self.follow(
            [saying(snapshot(1), stale, stale, {"type": "recovered", "epoch": "f"}, snapshot(7, epoch="f"))], lambda stream: stream.seq == 7
        )
        self.assertEqual(self.notes, ["stale 2026-11-27T15:00:00Z", "recovered"])

    async def test_a_stream_that_was_stale_asks_the_next_replica(self) -> None:
        async def healthy(socket: Any) -> None:
            self.assertEqual(await socket.recv(), '{"action":"heartbeat"}')
            await saying({"type": "heartbeat_response"}, batch(2, item(2)))(socket)

        await self.follow([saying(snapshot(1, stale_since=None), close=1011), healthy], lambda stream: stream.seq == 2)
        self.assertEqual(self.notes, ["stale None", "recovered"])

    async def test_what_cannot_be_read_is_a_missed_message(self) -> None:
        async def script(socket: Any) -> None:
            await socket.send('{"type":')
            await saying(snapshot(1, item(1)))(socket)

        await self.follow([script], lambda stream: stream.seq == 1)
        self.assertEqual(len(self.queries), 1)
