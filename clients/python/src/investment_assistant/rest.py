"""The REST API without its types: `Client` in `_api.py` adds one overload a path."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import TracebackType
from typing import Any, Self
from urllib.parse import quote

import httpx


class ApiError(Exception):
    """An answer other than 2xx, as problem+json says it."""

    def __init__(self, response: httpx.Response) -> None:
        is_json = "json" in response.headers.get("Content-Type", "")
        problem = response.json() if is_json else {}
        self.status: int = response.status_code
        """HTTP status."""
        self.problem: dict[str, Any] = problem if isinstance(problem, dict) else {}
        """The problem's own fields: title, detail, errors by field; empty when the answer was something else."""
        retry_after = response.headers.get("Retry-After", "")
        self.retry_after: int | None = int(retry_after) if retry_after.isdigit() else None
        """When asking again makes sense, seconds; None when the server did not say."""
        self.request_id: str | None = response.headers.get("X-Request-ID")
        """What the server's log calls this request."""
        super().__init__(f"{self.status} {self.problem.get('detail') or self.problem.get('title') or response.reason_phrase}")


class RestClient:
    """Keeps connections; close it, or use it in a `with`.

    url: address of the API, `https://api.example.com`. headers: sent with each request, `{"X-Api-Key": ...}`.
    timeout: time that an answer may take, seconds. transport: for tests.
    """

    def __init__(
        self,
        url: str,
        *,
        headers: Mapping[str, str] | None = None,
        timeout: float = 30,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        self._http = httpx.Client(
            base_url=url, headers={"Accept": "application/json", **(headers or {})}, timeout=timeout, transport=transport
        )

    def close(self) -> None:
        self._http.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def _send(self, method: str, path: str, parameters: Mapping[str, Any], body: object = None) -> Any:
        query = {name.rstrip("_"): value for name, value in parameters.items() if value is not None}

        def fill(place: re.Match[str]) -> str:
            value = query.pop(place[1], None)
            if value is None or value == "":
                raise TypeError(f"{path} needs {place[1]}")
            return quote(str(value), safe="")

        filled = re.sub(r"\{(\w+)\}", fill, path)
        response = self._http.request(method, filled, params=query, json=body)
        if not response.is_success:
            raise ApiError(response)
        if "json" in response.headers.get("Content-Type", ""):
            return response.json()
        return response.text or None
