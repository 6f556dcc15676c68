using FastEndpoints;
using InvestmentAssistant.Api.Domain.Equities.Boards;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Http.Paging;

namespace InvestmentAssistant.Api.Features.Etf;

public sealed record ListEtfsRequest
{
    /// <summary>Number of ETFs; by default 50, or all that symbols names.</summary>
    public int? Limit { get; init; }

    /// <summary>Only these, up to 200, in any case; repeated, or with commas.</summary>
    [QueryParam]
    public IReadOnlyList<string>? Symbols { get; init; }
}

public sealed class ListEtfsValidator : Validator<ListEtfsRequest>
{
    public ListEtfsValidator()
    {
        RuleFor(r => r.Limit).IsLimit(200);
        RuleFor(r => r.Symbols).AreSymbols();
    }
}

/// <summary>ETFs by price, highest first.</summary>
/// <param name="Etfs">At most <c>limit</c>; those without a price last.</param>
/// <param name="TotalCount">How many there are in all, or of the symbols asked for.</param>
/// <param name="Message">For people, when the list is empty.</param>
public sealed record ListEtfsAnswer(
    IReadOnlyList<EtfItem> Etfs,
    int TotalCount,
    MarketStatus MarketStatus,
    Instant LastUpdated,
    string? Message
);

/// <summary>All ETFs by price.</summary>
public sealed class ListEtfs([FromKeyedServices("etf")] EquityBoard board) : Endpoint<ListEtfsRequest, ListEtfsAnswer>
{
    public override void Configure()
    {
        Get("");
        Group<EtfGroup>();
        Options(b => b.CachesAs(DataKind.Live));
        Summary(s =>
        {
            s.Summary = "ETFs by price";
            s.Description =
                "Highest price first, ties by symbol, ETFs without a price last; with `symbols` those alone; symbols that "
                + "are not on the board are left out.";
        });
    }

    public override async Task<ListEtfsAnswer> ExecuteAsync(ListEtfsRequest request, CancellationToken ct)
    {
        var moment = await board.ReadAsync(ct);
        var etfs = moment.ByPrice().Only(request.Symbols).ToList();
        return new ListEtfsAnswer(
            EtfItem.Of(etfs.Take(request.Limit ?? request.Symbols?.Count ?? 50), moment),
            etfs.Count,
            board.MarketStatus(),
            board.Now,
            moment.Rows.Count == 0 ? "ETF 목록을 수집 중입니다." : null
        );
    }
}
