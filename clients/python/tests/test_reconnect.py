from __future__ import annotations

import unittest

from investment_assistant.reconnect import full_jitter, pause_before


class ReconnectTests(unittest.TestCase):
    def test_the_window_of_the_random_pause_doubles_up_to_half_a_minute(self) -> None:
        self.assertEqual([full_jitter(attempt, 1) for attempt in (0, 1, 2, 5, 6, 50)], [0.5, 1, 2, 16, 30, 30])
        self.assertEqual(full_jitter(6, 0), 0)
        self.assertEqual(full_jitter(1, 0.25), 0.25)

    def test_close_codes_say_whether_to_come_back(self) -> None:
        for code in (1002, 1003, 1007, 1008, 1009):
            self.assertIsNone(pause_before(0, code, None, 0.5))
        for code in (4008, 4013, 4029):
            self.assertEqual(pause_before(0, code, None, 0.5), 5.25)
        for code in (1000, 1001, 1005, 1006, 1011, 1012):
            self.assertEqual(pause_before(0, code, None, 0.5), 0.25)

    def test_the_time_of_going_away_is_waited_for_first(self) -> None:
        self.assertEqual(pause_before(0, 1001, 3_000, 0.5), 3.25)
