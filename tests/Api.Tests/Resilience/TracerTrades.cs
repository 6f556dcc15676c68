using System.Net.Http.Json;
using InvestmentAssistant.MarketSimulator;
using Npgsql;

namespace InvestmentAssistant.Api.Tests.Resilience;

/// <summary>
/// Numbered trades of one stock: the number is in price and volume, so each can be found again in PostgreSQL and on the board, once.
/// </summary>
/// <param name="market">The simulated provider.</param>
/// <param name="database">PostgreSQL itself, whatever lies between it and the API.</param>
internal sealed class TracerTrades(HttpClient market, string database)
{
    public const string Symbol = "AAPL";

    private static readonly string[] s_regularSale = ["1"];
    private long _lastMs = SystemClock.Instance.GetCurrentInstant().ToUnixTimeMilliseconds() - 60_000;

    /// <summary>A market in which nothing trades but tracers.</summary>
    public static SimulatorOptions SilentMarket() =>
        new()
        {
            Live = false,
            AlwaysOpen = true,
            HistorySymbols = [Symbol],
        };

    /// <summary>How many were sent.</summary>
    public int Sent { get; private set; }

    /// <summary>Price of the trade with that number, USD: far above any that the simulated history has.</summary>
    public static decimal PriceOf(int number) => 5_000 + number * 0.01m;

    /// <summary>Sends that many.</summary>
    public async Task SendAsync(int count)
    {
        var trades = Enumerable
            .Range(0, count)
            .Select(_ => new
            {
                symbol = Symbol,
                price = PriceOf(++Sent),
                volume = Sent,
                t = _lastMs = Math.Max(_lastMs + 1, SystemClock.Instance.GetCurrentInstant().ToUnixTimeMilliseconds()),
                c = s_regularSale,
            });
        using var answer = await market.PostAsJsonAsync(new Uri("/control/trades", UriKind.Relative), trades, Ct);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Sends one every tenth of a second until cancelled.</summary>
    public async Task KeepSendingAsync(CancellationToken end)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        try
        {
            while (await timer.WaitForNextTickAsync(end))
                await SendAsync(1);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested) { }
    }

    /// <summary>Those that are stored.</summary>
    public async Task<List<(long Ms, decimal Price, decimal Volume)>> StoredAsync()
    {
        var rows = new List<(long, decimal, decimal)>();
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync(Ct);
        await using var command = new NpgsqlCommand(
            "select (extract(epoch from traded_at) * 1000)::bigint, price, volume from market.trades where symbol = $1",
            connection
        );
        command.Parameters.AddWithValue(Symbol);
        await using var reader = await command.ExecuteReaderAsync(Ct);
        while (await reader.ReadAsync(Ct))
            rows.Add((reader.GetInt64(0), reader.GetDecimal(1), reader.GetDecimal(2)));
        return rows;
    }
}
