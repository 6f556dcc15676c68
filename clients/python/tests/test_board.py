from __future__ import annotations

import unittest
from typing import Any

from investment_assistant import Board, Taken


def item(symbol: str, price: float) -> dict[str, Any]:
    return {"symbol": symbol, "price": price}


def batch(seq: int, *data: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"type": "sp500_trade", "epoch": "e", "seq": seq, "data": list(data), **more}


def snapshot(seq: int, *data: dict[str, Any]) -> dict[str, Any]:
    return batch(seq, *data, type="snapshot")


class BoardTests(unittest.TestCase):
    def test_a_snapshot_replaces_the_board_and_a_batch_is_merged_into_it(self) -> None:
        board = Board(is_whole=True)
        self.assertIs(board.take(snapshot(4, item("A", 1), item("B", 2))), Taken.SNAPSHOT)
        self.assertIs(board.take(batch(5, item("B", 3))), Taken.BATCH)
        self.assertEqual(board.items, {"A": item("A", 1), "B": item("B", 3)})
        self.assertEqual((board.epoch, board.seq), ("e", 5))
        board.take(snapshot(9, item("B", 4)))
        self.assertEqual(list(board.items), ["B"])

    def test_a_missing_number_is_a_gap_and_only_a_snapshot_ends_it(self) -> None:
        board = Board(is_whole=True)
        board.take(snapshot(4, item("A", 1)))
        self.assertIs(board.take(batch(6, item("A", 2))), Taken.GAP)
        self.assertIs(board.take(batch(5, item("A", 3))), Taken.GAP)
        self.assertIs(board.take(batch(7, item("A", 3), conflated=True)), Taken.GAP)
        self.assertEqual((board.seq, board.items["A"]), (4, item("A", 1)))
        self.assertIs(board.take(snapshot(7, item("A", 3))), Taken.SNAPSHOT)
        self.assertIs(board.take(batch(8, item("A", 4))), Taken.BATCH)

    def test_a_conflated_batch_replaces_several_and_so_may_jump(self) -> None:
        board = Board(is_whole=True)
        board.take(snapshot(4, item("A", 1)))
        self.assertIs(board.take(batch(9, item("A", 2), conflated=True)), Taken.BATCH)
        self.assertEqual(board.seq, 9)

    def test_with_symbols_the_numbers_jump_over_batches_of_others(self) -> None:
        board = Board(is_whole=False)
        board.take(snapshot(4, item("A", 1)))
        self.assertIs(board.take(batch(9, item("A", 2))), Taken.BATCH)

    def test_a_batch_that_is_in_already_changes_nothing(self) -> None:
        board = Board(is_whole=True)
        board.take(snapshot(4, item("A", 1)))
        self.assertIs(board.take(batch(4, item("A", 2))), Taken.OLD)
        self.assertEqual(board.items["A"], item("A", 1))

    def test_a_batch_of_another_epoch_or_before_the_first_snapshot_is_a_gap(self) -> None:
        board = Board(is_whole=True)
        self.assertIs(board.take(batch(1, item("A", 1))), Taken.GAP)
        board.take(snapshot(1, item("A", 1)))
        self.assertIs(board.take(batch(2, item("A", 2), epoch="f")), Taken.GAP)

    def test_coins_are_kept_by_market(self) -> None:
        board = Board(is_whole=True)
        board.take(snapshot(1, {"market": "KRW-BTC", "trade_price": 1}))
        self.assertEqual(list(board.items), ["KRW-BTC"])
