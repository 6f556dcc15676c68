import asyncio

from investment_assistant import Client, Sp500Stream

URL = "http://127.0.0.1:8888"


async def main() -> None:
    with Client(URL) as api:
        stock = api.get("/api/v1/stocks/sp500/symbol/{symbol}", symbol="AAPL")
    print(stock["symbol"], stock["current_price"])
    async with Sp500Stream(URL, symbols=["AAPL", "MSFT"], on_stale=lambda since: print("old since", since)) as stream:
        async for change in stream:
            for item in change.items:
                print(item["symbol"], item["price"], flush=True)


asyncio.run(main())
