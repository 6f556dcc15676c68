"""Investment Assistant: typed REST (`Client`) and live boards (`Sp500Stream`, `EtfStream`, `CryptoStream`)."""

from ._api import Client
from .board import Board, Taken
from .rest import ApiError
from .stream import BoardStream, Change, CryptoStream, EtfStream, Sp500Stream, State

__all__ = [
    "ApiError",
    "Board",
    "BoardStream",
    "Change",
    "Client",
    "CryptoStream",
    "EtfStream",
    "Sp500Stream",
    "State",
    "Taken",
]
