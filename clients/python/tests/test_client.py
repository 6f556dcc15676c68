from __future__ import annotations

import json
import unittest
from typing import Any

import httpx

from investment_assistant import ApiError, Client


class ClientTests(unittest.TestCase):
    def answering(self, body: Any, status: int = 200, **headers: str) -> Client:
        self.requests: list[httpx.Request] = []

        def answer(request: httpx.Request) -> httpx.Response:
            self.requests.append(request)
            return httpx.Response(status, headers={"Content-Type": "application/json", **headers}, content=json.dumps(body))

        return Client("https://api.example.com", headers={"X-Api-Key": "key"}, transport=httpx.MockTransport(answer))

    def test_fills_the_path_and_the_query(self) -> None:
        with self.answering({"symbol": "BRK.B"}) as api:
            stock = api.get("/api/v1/stocks/sp500/symbol/{symbol}", symbol="BRK/B")
            self.assertEqual(stock["symbol"], "BRK.B")
            api.get("/api/v1/stocks/sp500/gainers", limit=5)
        self.assertEqual(
            [str(request.url) for request in self.requests],
            [
                "https://api.example.com/api/v1/stocks/sp500/symbol/BRK%2FB",
                "https://api.example.com/api/v1/stocks/sp500/gainers?limit=5",
            ],
        )
        self.assertEqual(self.requests[0].headers["X-Api-Key"], "key")

    def test_posts_a_body(self) -> None:
        with self.answering({}) as api:
            api.post("/api/v1/email-subscription/subscribe", {"email": "reader@example.com", "agreed": True})
        self.assertEqual(json.loads(self.requests[0].content), {"email": "reader@example.com", "agreed": True})

    def test_an_answer_other_than_2xx_is_an_error_with_the_problem(self) -> None:
        with self.answering({"title": "Not Found"}, 404, **{"Retry-After": "5", "X-Request-ID": "r1"}) as api:
            with self.assertRaises(ApiError) as raised:
                api.get("/api/v1/stocks/sp500/symbol/{symbol}", symbol="NOPE")
        error = raised.exception
        self.assertEqual((error.status, error.retry_after, error.request_id, error.problem["title"]), (404, 5, "r1", "Not Found"))

    def test_a_path_is_not_filled_with_nothing(self) -> None:
        with self.answering({}) as api, self.assertRaises(TypeError):
            api.get("/api/v1/stocks/sp500/symbol/{symbol}", symbol="")
        self.assertEqual(self.requests, [])
