"""The latest state of each item, as a snapshot and the batches after it say."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from typing import Any


class Taken(Enum):
    """What became of a message. After GAP nothing but a snapshot is taken."""

    SNAPSHOT = "snapshot"
    BATCH = "batch"
    OLD = "old"
    GAP = "gap"


class Board:
    """A snapshot replaces all; a batch is merged by key; a batch that does not follow on the one before leaves the board as it is,
    and asks for a snapshot.

    is_whole: whether all items are followed: only then are the numbers without gaps.
    """

    def __init__(self, is_whole: bool) -> None:
        self._items: dict[str, dict[str, Any]] = {}
        self._is_whole = is_whole
        self._needs_snapshot = False
        self.epoch: str | None = None
        """The numbering; None before the first snapshot."""
        self.seq = 0
        """Number of the last batch that is in."""

    @property
    def items(self) -> Mapping[str, dict[str, Any]]:
        """By market or symbol."""
        return MappingProxyType(self._items)

    def take(self, message: Mapping[str, Any]) -> Taken:
        """Takes a snapshot or a batch."""
        is_snapshot = message["type"] == "snapshot"
        if is_snapshot:
            self._items.clear()
            self._needs_snapshot = False
        else:
            if self._needs_snapshot or message["epoch"] != self.epoch:
                return self._gap()
            if message["seq"] <= self.seq:
                return Taken.OLD
            if self._is_whole and not message.get("conflated") and message["seq"] != self.seq + 1:
                return self._gap()
        for item in message["data"]:
            key = item["market"] if "market" in item else item["symbol"]
            self._items[key] = {**self._items.get(key, {}), **item}
        self.epoch = message["epoch"]
        self.seq = message["seq"]
        return Taken.SNAPSHOT if is_snapshot else Taken.BATCH

    def _gap(self) -> Taken:
        self._needs_snapshot = True
        return Taken.GAP
