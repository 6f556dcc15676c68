"""Live boards over `/ws/<topic>`."""

from __future__ import annotations

import asyncio
import json
import random as _random
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, Literal, Protocol, Self, TypeVar, cast
from urllib.parse import urlencode, urlsplit, urlunsplit

import websockets
from websockets.exceptions import ConnectionClosed, WebSocketException

from ._streams import CryptoChange, EtfChange, Sp500Change
from .board import Board, Taken
from .reconnect import ABNORMAL, GOOD_CONNECTION, SLOW_READER_INTERVAL, TOO_SLOW, pause_before

Item = TypeVar("Item")


class Socket(Protocol):
    """What a stream needs of a connection."""

    async def recv(self) -> str | bytes: ...

    async def send(self, message: str) -> None: ...

    async def close(self) -> None: ...


_connect: Callable[..., Awaitable[Socket]] = getattr(websockets, "connect")  # noqa: B009 - in 10.4 type checkers do not see it

_ASK = '{"action":"snapshot"}'

_SNAPSHOT_AGAIN = 1.1
"""The server answers one snapshot a second, seconds."""


@dataclass(frozen=True)
class Change(Generic[Item]):
    """What has changed on the board."""

    is_snapshot: bool
    """Whether the whole board was replaced: items that are not in it are gone."""
    is_conflated: bool
    """Whether states in between were left out."""
    items: Sequence[Item]


@dataclass(frozen=True)
class State:
    """Where the connection stands."""

    name: Literal["connecting", "open", "waiting", "closed"]
    """closed: for good, by `close()` or with a code after which coming back is of no use."""
    is_resuming: bool = False
    """connecting: whether it says where it left off."""
    code: int | None = None
    """waiting, closed: why the connection ended (docs/streams.md)."""
    pause: float = 0
    """waiting: until it connects again, seconds."""
    is_silent: bool = False
    """waiting: whether nothing came, not even a heartbeat, until the connection was given up."""


def _parse(text: str | bytes) -> Any:
    """Unreadable text is a message that was missed: the next number shows it."""
    try:
        return json.loads(text)
    except ValueError:
        return None


class BoardStream(Generic[Item]):
    """Follows a board: merges what comes, connects again after a random, growing pause, resumes where it was, and says when prices
    may be old. Iterating gives the changes; who takes them slowly gets fewer of them, each with the latest state.

    url: address of the API, `https://api.example.com`.
    symbols: only these, up to 200; all when left out.
    interval: at most one batch in that many milliseconds, up to 10,000.
    compact: whether items come as rows, the names of their fields once: half the bytes, and the same items here.
    silence: seconds after which a connection is given up; the server's heartbeat comes after 15.
    on_stale: called when the server's source is gone, with the time since when prices may be old (ISO 8601; None: unknown).
    on_recovered: called when prices are those of now again.
    on_state: called when the connection comes and goes.
    on_error: called when the server cannot do what was asked, for example because a symbol is unknown; the stream goes on.
    """

    topic: ClassVar[str]

    def __init__(
        self,
        url: str,
        *,
        symbols: Sequence[str] | None = None,
        interval: int = 0,
        compact: bool = True,
        silence: float = 20,
        on_stale: Callable[[str | None], None] | None = None,
        on_recovered: Callable[[], None] | None = None,
        on_state: Callable[[State], None] | None = None,
        on_error: Callable[[Mapping[str, Any]], None] | None = None,
        random: Callable[[], float] = _random.random,
    ) -> None:
        self._url = url
        self._symbols = symbols
        self._interval = interval
        self._compact = compact
        self._silence = silence
        self._on_stale = on_stale
        self._on_recovered = on_recovered
        self._on_state = on_state
        self._on_error = on_error
        self._random = random
        self._board = Board(is_whole=symbols is None)
        self._attempt = 0
        self._retry_after_ms: float | None = None
        self._is_asking = False
        self._keys: Sequence[str] = ()
        self._is_stale = False
        self._ended = asyncio.Event()
        self._socket: Socket | None = None
        self._chores: set[asyncio.Future[None]] = set()

    @property
    def board(self) -> Mapping[str, Item]:
        """The latest state, by market or symbol."""
        return cast("Mapping[str, Item]", self._board.items)

    @property
    def epoch(self) -> str | None:
        """The numbering of the batches; None before the first snapshot."""
        return self._board.epoch

    @property
    def seq(self) -> int:
        """Number of the last batch that is on the board."""
        return self._board.seq

    @property
    def is_stale(self) -> bool:
        """Whether the server said that prices may be old."""
        return self._is_stale

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def close(self) -> None:
        """Ends the stream, and with it the iteration; the board stays as it is."""
        self._ended.set()
        self._let_go()
        if self._chores:
            await asyncio.wait(self._chores, timeout=1)

    async def __aiter__(self) -> AsyncIterator[Change[Item]]:
        code = 1000
        while not self._ended.is_set():
            self._retry_after_ms, self._is_asking, self._keys = None, False, ()
            self._say(State("connecting", is_resuming=self.epoch is not None))
            opened_at: float | None = None
            is_silent = False
            code = ABNORMAL
            try:
                socket = await self._open()
                if socket is None:
                    break
                opened_at = time.monotonic()
                self._say(State("open"))
                while True:
                    message = _parse(await asyncio.wait_for(socket.recv(), self._silence))
                    if (change := await self._receive(socket, message)) is not None:
                        yield change
            except asyncio.TimeoutError:
                is_silent = True
            except ConnectionClosed as closed:
                code = ABNORMAL if closed.rcvd is None else closed.rcvd.code
            except (OSError, WebSocketException):
                pass
            finally:
                self._let_go()
            if self._ended.is_set():
                break
            if opened_at is not None and time.monotonic() - opened_at >= GOOD_CONNECTION:
                self._attempt = 0
            if code == TOO_SLOW:
                self._interval = max(self._interval, SLOW_READER_INTERVAL)
            pause = pause_before(self._attempt, code, self._retry_after_ms, self._random())
            self._attempt += 1
            if pause is None:
                self._ended.set()
                self._say(State("closed", code=code))
                return
            self._say(State("waiting", code=code, pause=pause, is_silent=is_silent))
            with suppress(asyncio.TimeoutError):
                await asyncio.wait_for(self._ended.wait(), pause)
        self._say(State("closed", code=1000))

    async def _open(self) -> Socket | None:
        """Connects; None when the stream was ended meanwhile."""

        async def connect() -> Socket:
            # The server's heartbeats and our own clock take the place of pings.
            return await _connect(
                self._address(), ping_interval=None, max_size=None, open_timeout=self._silence, close_timeout=1
            )

        opening = asyncio.ensure_future(connect())
        ended = asyncio.ensure_future(self._ended.wait())
        try:
            await asyncio.wait({opening, ended}, return_when=asyncio.FIRST_COMPLETED)
            if self._ended.is_set():
                return None
            self._socket = opening.result()
        finally:
            ended.cancel()
            if self._socket is None:
                self._do(self._close_unused(opening))
        if self._is_stale:
            # What a resumed stream has missed says nothing about the source; the answer does.
            await self._socket.send('{"action":"heartbeat"}')
        return self._socket

    @staticmethod
    async def _close_unused(opening: asyncio.Future[Socket]) -> None:
        """A handshake that is cancelled would leave its connection open."""
        await (await opening).close()

    async def _receive(self, socket: Socket, message: Any) -> Change[Item] | None:
        kind = message.get("type") if isinstance(message, dict) else None
        change = None
        if kind == "snapshot":
            change = await self._merge(socket, message)
            self._know(message.get("stale_since"), "stale_since" in message)
        elif kind in ("heartbeat", "heartbeat_response"):
            self._know(message.get("stale_since"), "stale_since" in message)
        elif kind == "stale":
            self._know(message.get("since"), True)
        elif kind == "recovered":
            self._know(None, False)
        elif kind == "keys":
            self._keys = message["keys"]
        elif kind == "going_away":
            self._retry_after_ms = message["retry_after_ms"]
        elif kind == "error":
            if message["code"] == "too_many_snapshots":
                self._do(self._ask_again(socket))
            if self._on_error is not None:
                self._on_error(message)
        elif kind is not None and isinstance(message.get("data"), list):
            change = await self._merge(socket, message)
        return change

    def _with_items(self, message: Mapping[str, Any]) -> Mapping[str, Any]:
        """Rows of the compact form as items; a server that does not know the form sends items."""
        return {**message, "data": [dict(zip(self._keys, row, strict=False)) if isinstance(row, list) else row for row in message["data"]]}

    async def _merge(self, socket: Socket, message: Mapping[str, Any]) -> Change[Item] | None:
        message = self._with_items(message)
        taken = self._board.take(message)
        if taken is Taken.SNAPSHOT:
            self._is_asking = False
        if taken is Taken.GAP and not self._is_asking:
            self._is_asking = True
            await socket.send(_ASK)
        if taken in (Taken.GAP, Taken.OLD):
            return None
        return Change(taken is Taken.SNAPSHOT, bool(message.get("conflated")), message["data"])

    async def _ask_again(self, socket: Socket) -> None:
        await asyncio.sleep(_SNAPSHOT_AGAIN)
        if self._is_asking and self._socket is socket:
            await socket.send(_ASK)

    def _know(self, since: str | None, is_stale: bool) -> None:
        if is_stale == self._is_stale:
            return
        self._is_stale = is_stale
        if is_stale and self._on_stale is not None:
            self._on_stale(since)
        if not is_stale and self._on_recovered is not None:
            self._on_recovered()

    def _address(self) -> str:
        parts = urlsplit(self._url)
        query: dict[str, str] = {}
        if self._symbols is not None:
            query["symbols"] = ",".join(self._symbols)
        if self._interval > 0:
            query["interval"] = str(self._interval)
        if self._compact:
            query["format"] = "compact"
        if self.epoch is not None:
            query |= {"epoch": self.epoch, "since": str(self.seq)}
        return urlunsplit((parts.scheme.replace("http", "ws"), parts.netloc, f"/ws/{self.topic}", urlencode(query), ""))

    def _let_go(self) -> None:
        """Does not wait for the end: a dead wire takes its time to close."""
        if self._socket is not None:
            self._do(self._socket.close())
            self._socket = None

    def _do(self, chore: Coroutine[Any, Any, None]) -> None:
        async def quietly() -> None:
            # A connection that is gone needs no end.
            with suppress(OSError, WebSocketException):
                await chore

        task = asyncio.ensure_future(quietly())
        self._chores.add(task)
        task.add_done_callback(self._chores.discard)

    def _say(self, state: State) -> None:
        if self._on_state is not None:
            self._on_state(state)


class CryptoStream(BoardStream[CryptoChange]):
    """Coins, KRW."""

    topic = "crypto"


class Sp500Stream(BoardStream[Sp500Change]):
    """Stocks of the S&P 500, USD."""

    topic = "sp500"


class EtfStream(BoardStream[EtfChange]):
    """ETFs, USD."""

    topic = "etf"
