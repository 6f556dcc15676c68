using System.Collections.Concurrent;
using InvestmentAssistant.MarketSimulator.Reference;
using InvestmentAssistant.MarketSimulator.Walk;

namespace InvestmentAssistant.MarketSimulator.Bithumb;

/// <summary>A market to play.</summary>
/// <param name="State">active, suspended, warned or quiet.</param>
/// <param name="PriceFactor">Times the price of the walk.</param>
public sealed record MarketScene(string Market, string State = "active", double PriceFactor = 1);

/// <summary>
/// Markets that are not traded as usual: suspended ones, whose last trade is days old while every message carries the present time; ones
/// that the exchange warns of; and quiet ones without trades. A few small markets are so from the start; any can be made so over
/// <c>/control/market</c>. The world outside goes on, so the coin's price elsewhere moves away.
/// </summary>
internal sealed class MarketScenes(Listings listings, CryptoTape tape)
{
    public static readonly IReadOnlySet<string> States = new HashSet<string> { "active", "suspended", "warned", "quiet" };

    private static readonly Duration Silence = Duration.FromDays(3);

    /// <summary>The first markets on the exchange's list are traded as usual; tests and people look at them.</summary>
    private readonly HashSet<string> _usual = [.. listings.Crypto.Take(100).Select(m => m.Market)];

    private readonly ConcurrentDictionary<string, MarketScene> _played = [];

    public void Play(MarketScene scene) => _played[scene.Market] = scene;

    /// <summary>NONE or CAUTION.</summary>
    public string Warning(string market) => StateOf(market) == "warned" ? "CAUTION" : "NONE";

    public bool IsSuspended(string market) => StateOf(market) == "suspended";

    /// <summary>Whether trades happen.</summary>
    public bool IsTraded(string market) => StateOf(market) is "active" or "warned";

    /// <summary>The market's ticker; of one that is not traded the one of its last trade.</summary>
    public CryptoTicker? Ticker(string market, Instant now)
    {
        if (tape.Ticker(market, IsTraded(market) ? now : now - Silence) is not { } ticker)
            return null;
        if (_played.TryGetValue(market, out var scene) && scene.PriceFactor is not 1)
        {
            var price = ticker.Price * scene.PriceFactor;
            ticker = ticker with { Price = price, High = Math.Max(ticker.High, price), Low = Math.Min(ticker.Low, price) };
        }
        // A market without trades has no volume of today; one that was stopped keeps the last it had.
        return StateOf(market) == "quiet"
            ? ticker with
            {
                DayVolume = 0,
                DayTurnover = 0,
                Volume24H = 0,
                Turnover24H = 0,
                AskVolume = 0,
            }
            : ticker;
    }

    private string StateOf(string market)
    {
        if (_played.TryGetValue(market, out var scene))
            return scene.State;
        if (_usual.Contains(market))
            return "active";
        var seed = Dice.Seed(market);
        return seed % 40 == 0
            ? "warned"
            : (seed % 70) switch
            {
                3 => "suspended",
                5 => "quiet",
                _ => "active",
            };
    }
}
