using FastEndpoints;
using FluentValidation;
using InvestmentAssistant.Api.Domain.Instruments;
using InvestmentAssistant.Api.Features.CompanyNews.Documents;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Http.Paging;

namespace InvestmentAssistant.Api.Features.CompanyNews;

public sealed record CompanyNewsRequest
{
    /// <summary>Symbol in any case; BRK.B and BRK-B are the same.</summary>
    public string Symbol { get; init; } = "";

    /// <summary>Only articles of the last days: days times 24 hours, until now.</summary>
    [QueryParam]
    public int Days { get; init; } = 3;

    /// <summary>Articles at most.</summary>
    [QueryParam]
    public int Limit { get; init; } = 20;

    /// <summary>Articles left out at the beginning.</summary>
    [QueryParam]
    public int Offset { get; init; }
}

public sealed class CompanyNewsValidator : Validator<CompanyNewsRequest>
{
    public CompanyNewsValidator()
    {
        RuleFor(r => r.Symbol).Must(EquitySymbol.IsWellFormed).WithMessage(EquitySymbol.Rule);
        RuleFor(r => r.Days).InclusiveBetween(1, 7);
        RuleFor(r => r.Limit).IsLimit(100);
        RuleFor(r => r.Offset).IsSkip();
    }
}

/// <summary>A company's place among the movers of the latest batch.</summary>
/// <param name="Category">The first category that it is in.</param>
/// <param name="Categories">All of them.</param>
/// <param name="RankPosition">Place in the first, from 1.</param>
/// <param name="Price">Close, USD.</param>
/// <param name="ChangePercentage">Against the close of the session before, percent.</param>
/// <param name="Volume">Shares of the session.</param>
public sealed record LatestBatchInfo(
    int BatchId,
    Instant LastUpdated,
    string Category,
    IReadOnlyList<string> Categories,
    int RankPosition,
    decimal? Price,
    decimal? ChangePercentage,
    long? Volume
)
{
    public static LatestBatchInfo? Of(MoverBatch? batch, string symbol)
    {
        var places = batch?.Movers.Where(m => m.Symbol == symbol).ToList() ?? [];
        return places is not [var first, ..]
            ? null
            : new LatestBatchInfo(
                batch!.Id,
                batch.LastUpdated,
                first.Category,
                [.. places.Select(p => p.Category)],
                first.Rank,
                first.Price,
                first.ChangePercent,
                first.Volume
            );
    }
}

/// <summary>News of a company.</summary>
/// <param name="PeriodDays">Days of news.</param>
/// <param name="TotalNews">Articles of the whole span.</param>
/// <param name="LatestBatchInfo">Its place among the movers of the latest batch; null when it is not among them.</param>
/// <param name="News">This window, newest first.</param>
/// <param name="HasNext">Whether articles follow this window.</param>
public sealed record CompanyNewsAnswer(
    string Symbol,
    int PeriodDays,
    int TotalNews,
    LatestBatchInfo? LatestBatchInfo,
    IReadOnlyList<CompanyNewsItem> News,
    bool HasNext
);

/// <summary>GET /api/v1/company-news/symbol/{symbol}: the news of a company.</summary>
public sealed class GetCompanyNews(CompanyNewsReader reader, InstrumentDirectory directory)
    : Endpoint<CompanyNewsRequest, CompanyNewsAnswer>
{
    public override void Configure()
    {
        Get("symbol/{symbol}");
        Group<CompanyNewsGroup>();
        Options(b => b.CachesAs(DataKind.Minutes));
        Summary(s =>
        {
            s.Summary = "News of a company";
            s.Description =
                "News of the last days of a member of the S&P 500 or of a mover, newest first. 404 for a symbol that is neither.";
            s.ResponseExamples[200] = new CompanyNewsAnswer(
                "NVDA",
                3,
                14,
                new LatestBatchInfo(
                    20261123,
                    Instant.FromUtc(2026, 11, 23, 21, 0),
                    "top_gainers",
                    ["top_gainers"],
                    1,
                    186.6m,
                    4.21m,
                    214_300_000
                ),
                [CompanyNewsItem.Example],
                HasNext: true
            );
        });
    }

    public override async Task<CompanyNewsAnswer> ExecuteAsync(CompanyNewsRequest request, CancellationToken ct)
    {
        var symbol = EquitySymbol.Normalize(request.Symbol);
        var place = LatestBatchInfo.Of((await reader.FindBatchAsync(null, ct))?.Batch, symbol);
        var page = await reader.PageAsync(symbol, request.Days, new Window(request.Offset, request.Limit), ct);
        if (page.Total == 0 && place is null && !await IsKnownAsync(symbol, ct))
            throw ProblemException.NotFound($"{symbol} is neither in the S&P 500 nor a mover.");
        return new CompanyNewsAnswer(symbol, request.Days, page.Total, place, [.. page.Items.Select(CompanyNewsItem.Of)], page.HasNext);
    }

    private async Task<bool> IsKnownAsync(string symbol, CancellationToken ct) =>
        (await directory.ReadAsync("sp500", ct)).Any(i => i.Symbol == symbol) || await reader.HasAnyAsync(symbol, ct);
}
