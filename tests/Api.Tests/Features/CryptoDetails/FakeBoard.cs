using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Platform.Boards;

namespace InvestmentAssistant.Api.Tests.Features.CryptoDetails;

/// <summary>A board that holds what the test puts on it.</summary>
internal sealed class FakeBoard : IBoard<CryptoQuote>
{
    private readonly Dictionary<string, CryptoQuote> _quotes = new(StringComparer.Ordinal);

    public Instant? StaleSince { get; set; }

    public string Name => "crypto";

    public void Put(string market, decimal price, decimal turnoverKrw, Instant at) =>
        _quotes[market] = new CryptoQuote
        {
            Market = market,
            TradePrice = price,
            AccTradePrice24h = turnoverKrw,
            Timestamp = at.ToUnixTimeMilliseconds(),
        };

    public void Put(CryptoQuote quote) => _quotes[quote.Market] = quote;

    public BoardSnapshot<CryptoQuote> Snapshot() => new([.. _quotes.Values], 1, "epoch", null, StaleSince);

    public CryptoQuote? Find(string key) => _quotes.GetValueOrDefault(key);
}

/// <summary>Options that a test sets.</summary>
internal sealed class FixedOptions<T>(T value) : Microsoft.Extensions.Options.IOptionsMonitor<T>
{
    public T CurrentValue => value;

    public T Get(string? name) => value;

    public IDisposable? OnChange(Action<T, string?> listener) => null;
}
