using FastEndpoints;
using FluentValidation;
using InvestmentAssistant.Api.Features.CompanyNews.Documents;
using InvestmentAssistant.Api.Platform.Http.Paging;

namespace InvestmentAssistant.Api.Features.CompanyNews;

/// <summary>A window of the movers, with the news of the last days.</summary>
public record TrendingRequest
{
    /// <summary>Only news of the last days: days times 24 hours, until now.</summary>
    [QueryParam]
    public int Days { get; init; } = 3;

    /// <summary>Movers at most.</summary>
    [QueryParam]
    public int Limit { get; init; } = 20;

    /// <summary>Movers left out at the beginning.</summary>
    [QueryParam]
    public int Offset { get; init; }
}

/// <summary>The rules that all such windows share.</summary>
public abstract class TrendingRules<T> : Validator<T>
    where T : TrendingRequest
{
    protected TrendingRules()
    {
        RuleFor(r => r.Days).InclusiveBetween(1, 7);
        RuleFor(r => r.Limit).IsLimit(100);
        RuleFor(r => r.Offset).IsSkip();
    }
}

public sealed class TrendingValidator : TrendingRules<TrendingRequest>;

/// <summary>A batch of movers.</summary>
/// <param name="BatchId">The session's day as a number: 20261123.</param>
/// <param name="LastUpdated">The moment that the prices are of.</param>
/// <param name="TotalSymbols">Symbols in it, each once.</param>
/// <param name="PeriodDays">Days of news.</param>
/// <param name="Source">own: our closes of the S&amp;P 500; else the provider that named the movers.</param>
/// <param name="IsFinal">False while some closes are not official yet.</param>
public sealed record MoverBatchInfo(int BatchId, Instant LastUpdated, int TotalSymbols, int PeriodDays, string Source, bool IsFinal)
{
    public static MoverBatchInfo Of(MoverBatch batch, int days) =>
        new(batch.Id, batch.LastUpdated, batch.Symbols.Count(), days, batch.Source, batch.IsFinal);

    internal static MoverBatchInfo Example { get; } = new(20261123, Instant.FromUtc(2026, 11, 23, 21, 0), 38, 3, "own", IsFinal: true);
}

/// <summary>Places in each category.</summary>
public sealed record MoverCounts(int TopGainers, int TopLosers, int MostActivelyTraded)
{
    public static MoverCounts Of(MoverBatch batch)
    {
        return new MoverCounts(Count(MoverCategory.Gainers), Count(MoverCategory.Losers), Count(MoverCategory.MostActive));

        int Count(MoverCategory category) => batch.Movers.Count(m => m.Category == category.Key);
    }
}

/// <summary>A mover and its news.</summary>
/// <param name="RankPosition">Place in its category, from 1.</param>
/// <param name="Price">Close, USD.</param>
/// <param name="ChangePercentage">Against the close of the session before, percent (1.6 = 1.6 %).</param>
/// <param name="Volume">Shares of the session.</param>
/// <param name="NewsCount">Articles that follow.</param>
/// <param name="News">Newest first; empty when nothing was written.</param>
/// <param name="CompanyName">Null when it is not in the index.</param>
/// <param name="ChangeAmount">Against the close of the session before, USD.</param>
public sealed record TrendingStock(
    string Symbol,
    string Category,
    int? RankPosition,
    decimal? Price,
    decimal? ChangePercentage,
    long? Volume,
    int NewsCount,
    IReadOnlyList<CompanyNewsItem> News,
    string? CompanyName,
    decimal? ChangeAmount
)
{
    public static TrendingStock Of(Mover mover, IEnumerable<CompanyArticle> articles)
    {
        var news = articles.Select(CompanyNewsItem.Of).ToList();
        return new TrendingStock(
            mover.Symbol,
            mover.Category,
            mover.Rank,
            mover.Price,
            mover.ChangePercent,
            mover.Volume,
            news.Count,
            news,
            mover.Name,
            mover.ChangeAmount
        );
    }

    internal static TrendingStock Example { get; } =
        new("NVDA", "top_gainers", 1, 186.6m, 4.21m, 214_300_000, 1, [CompanyNewsItem.Example], "Nvidia", 7.54m);
}

/// <summary>Movers with their news.</summary>
/// <param name="Categories">Places in each category of the batch.</param>
/// <param name="Stocks">This window: gainers, losers, most active, each by rank. A symbol may be in several categories.</param>
/// <param name="TotalStocks">Places of all categories.</param>
/// <param name="HasNext">Whether movers follow this window.</param>
public sealed record TrendingAnswer(
    MoverBatchInfo BatchInfo,
    MoverCounts Categories,
    IReadOnlyList<TrendingStock> Stocks,
    int TotalStocks,
    bool HasNext
)
{
    /// <summary>The window of a batch that a request asks for.</summary>
    public static async Task<TrendingAnswer> ReadAsync(CompanyNewsReader reader, int? batch, TrendingRequest request, CancellationToken ct)
    {
        var held = await reader.BatchAsync(batch, ct);
        var window = new Window(request.Offset, request.Limit);
        var stocks = await StocksAsync(reader, held, held.Batch.Movers, window, request.Days, ct);
        return new TrendingAnswer(
            MoverBatchInfo.Of(held.Batch, request.Days),
            MoverCounts.Of(held.Batch),
            stocks,
            held.Batch.Movers.Count,
            window.HasNext(held.Batch.Movers.Count)
        );
    }

    /// <summary>A window of movers, each with its news.</summary>
    internal static async Task<IReadOnlyList<TrendingStock>> StocksAsync(
        CompanyNewsReader reader,
        HeldBatch held,
        IReadOnlyList<Mover> movers,
        Window window,
        int days,
        CancellationToken ct
    )
    {
        var shown = window.Of(movers);
        var articles = await reader.ArticlesAsync(held, [.. shown.Select(m => m.Symbol).Distinct()], days, ct);
        return [.. shown.Select(m => TrendingStock.Of(m, articles[m.Symbol]))];
    }

    internal static TrendingAnswer Example { get; } =
        new(MoverBatchInfo.Example, new MoverCounts(20, 10, 10), [TrendingStock.Example], 40, HasNext: true);
}
