using System.Globalization;
using InvestmentAssistant.FollowPrices;
using InvestmentAssistant.FollowPrices.Streams;

// Follows stock prices until Ctrl-C:
//   dotnet run --project samples/csharp/FollowPrices -- http://127.0.0.1:8888 AAPL,MSFT
// With --lines before these, and an interval in milliseconds behind them, it speaks JSON lines to another program (Lines.cs).
var isForProgram = args is ["--lines", ..];
if (isForProgram)
    args = args[1..];
var url = new Uri(args is [var first, ..] ? first : "http://127.0.0.1:8888");
IReadOnlyList<string> symbols = args is [_, { Length: > 0 } named, ..] ? named.Split(',') : [];
using var end = new CancellationTokenSource();
if (isForProgram)
{
    var interval = args is [_, _, var text] ? TimeSpan.FromMilliseconds(int.Parse(text, CultureInfo.InvariantCulture)) : TimeSpan.Zero;
    using var http = new HttpClient { BaseAddress = url };
    var options = new BoardStreamOptions(url, "sp500") { Symbols = symbols, Interval = interval };
    await new Lines(options, new StockApi(http)).RunAsync(Console.In, Console.Out, end);
    return;
}

Console.CancelKeyPress += (_, press) =>
{
    press.Cancel = true;
    end.Cancel();
};
await LivePrice.ShowAsync(url, symbols, end.Token);
