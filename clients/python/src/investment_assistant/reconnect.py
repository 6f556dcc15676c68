"""When a stream connects again. The same numbers are in the TypeScript client and in the C# sample."""

from __future__ import annotations

from typing import Final

FIRST_WINDOW: Final = 0.5
"""Window of the first attempt, seconds; it doubles with each attempt that follows."""

WIDEST_WINDOW: Final = 30.0
"""The widest window, seconds."""

GOOD_CONNECTION: Final = 10.0
"""A connection that lived this long was a good one: the next attempt is a first one again, seconds."""

LATER: Final = 5.0
"""Least pause after a close code that says "later", seconds."""

SLOW_READER_INTERVAL: Final = 1_000
"""Interval that a stream takes after 4008, when it had none or a shorter one, milliseconds."""

ABNORMAL: Final = 1006
"""Never sent: the connection ended without a closing handshake."""

TOO_SLOW: Final = 4008

_NEVER: Final = frozenset({1002, 1003, 1007, 1008, 1009})
_LATER: Final = frozenset({TOO_SLOW, 4013, 4029})


def full_jitter(attempt: int, random: float) -> float:
    """Returns a random pause in a window that doubles with each attempt, so that the clients of a server that restarts do not all
    come at once.

    attempt: how many attempts have failed in a row, from 0. random: from 0 to 1. Seconds.
    """
    return random * min(WIDEST_WINDOW, FIRST_WINDOW * 2.0 ** min(attempt, 16))


def pause_before(attempt: int, code: int, retry_after_ms: float | None, random: float) -> float | None:
    """Returns the pause before the next attempt, seconds; None means never: it would end the same way.

    code: the close code (docs/streams.md). retry_after_ms: of `going_away`, if the server sent it.
    """
    if code in _NEVER:
        return None
    if code in _LATER:
        return LATER + full_jitter(attempt, random)
    # The server has drawn a time for each of its clients already; the jitter on top is for those that came at the same time.
    return (retry_after_ms or 0) / 1000 + full_jitter(attempt, random)
