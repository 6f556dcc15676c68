"""What a type checker must refuse: without an error on a line, its ignore is unused, and that is an error."""

from investment_assistant import Client, Sp500Stream


def mistakes(api: Client, stream: Sp500Stream) -> None:
    api.get("/api/v1/stocks/nope")  # type: ignore[call-overload]
    api.get("/api/v1/stocks/sp500/symbol/{symbol}")  # type: ignore[call-overload]
    api.get("/api/v1/stocks/sp500/gainers", nope=1)  # type: ignore[call-overload]
    api.get("/api/v1/stocks/sp500/gainers", limit="five")  # type: ignore[call-overload]
    api.get("/api/v1/stocks/sp500/symbol/{symbol}", symbol="AAPL")["nope"]  # type: ignore[typeddict-item]
    stream.board["AAPL"]["nope"]  # type: ignore[typeddict-item]
