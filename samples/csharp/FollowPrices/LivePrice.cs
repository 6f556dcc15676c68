using InvestmentAssistant.FollowPrices.Streams;

namespace InvestmentAssistant.FollowPrices;

/// <summary>The whole sample in a few lines: a price over REST, then the prices as they come.</summary>
internal static class LivePrice
{
    public static async Task ShowAsync(Uri url, IReadOnlyList<string> symbols, CancellationToken end)
    {
        using var http = new HttpClient { BaseAddress = url };
        var stock = await new StockApi(http).StockAsync("AAPL", end);
        Console.WriteLine($"{stock.Symbol} {stock.CurrentPrice?.CurrentPrice}");

        var stream = new BoardStream<StockPrice>(
            new BoardStreamOptions(url, "sp500") { Symbols = symbols, OnStale = since => Console.WriteLine($"old since {since}") },
            item => item.Symbol
        );
        await foreach (var change in stream.FollowAsync(end))
        {
            foreach (var item in change.Items)
                Console.WriteLine($"{item.Symbol} {item.Price}");
        }
    }
}
