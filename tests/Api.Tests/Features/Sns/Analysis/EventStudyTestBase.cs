using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Features.Sns.Analysis;
using InvestmentAssistant.Api.Features.Sns.Documents;

namespace InvestmentAssistant.Api.Tests.Features.Sns.Analysis;

/// <summary>Every expected figure here was worked out by hand. November 2026: New York is five hours behind UTC.</summary>
public abstract class EventStudyTestBase
{
    protected static readonly MarketCalendar Calendar = new();
    protected static readonly AffectedAsset Stock = new("AAPL", "Apple", "stock", AssetMatcher.Cashtag, "$AAPL", 1, 1, "AAPL", "sp500");
    protected static readonly AffectedAsset Coin = new("BTC", "Bitcoin", "crypto", AssetMatcher.Cashtag, "$BTC", 1, 1, "KRW-BTC", "crypto");

    private protected MemoryBars Bars { get; } = new();

    protected static EventStudy Study(params Split[] splits) =>
        new(new PriceFinder(Calendar), new MarketDay(Calendar), new SplitTable(splits));

    protected static Instant At(int day, int hour, int minute, int second = 0) => Instant.FromUtc(2026, 11, day, hour, minute, second);

    protected Task<AssetImpact> LookAsync(AffectedAsset asset, Instant postedAt, Instant now, AssetImpact? before = null) =>
        Study().AdvanceAsync(asset, postedAt, before, Bars, now, Ct);

    protected static (string Status, decimal? Change, string? Basis) Of(AssetImpact impact, string horizon)
    {
        var found = impact.Horizons.Single(h => h.Name == horizon);
        return (found.Point.Status, found.Change, found.Point.Basis);
    }

    protected static readonly Instant Later = At(30, 23, 0);
}
