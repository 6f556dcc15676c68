"""Items of the streams. Made from /asyncapi.json by generate.py: change the API and run it again."""

from __future__ import annotations

from typing import Any, Literal, NotRequired, TypeAlias, TypedDict


class CryptoChange(TypedDict):
    market: str
    korean_name: str | None
    english_name: str | None
    trade_price: float | None
    change_rate: float | None
    change_price: float | None
    acc_trade_price_24h: float | None
    volume_24h: float | None
    timestamp: int | None
    trade_timestamp: int | None
    condition: Literal['suspended', 'warned', 'not_traded'] | None


class EtfChange(TypedDict):
    symbol: str
    price: float | None
    volume: float | None
    timestamp_ms: int | None
    trade_conditions: list[str] | None
    change_rate: float | None
    previous_close: float | None
    change_amount: float | None


class Sp500Change(TypedDict):
    symbol: str
    price: float | None
    volume: float | None
    timestamp_ms: int | None
    trade_conditions: list[str] | None
    change_rate: float | None
    previous_close: float | None
    change_amount: float | None
