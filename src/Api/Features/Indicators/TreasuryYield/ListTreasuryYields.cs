using FastEndpoints;
using FluentValidation;
using InvestmentAssistant.Api.Features.Indicators.Documents;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.Indicators.TreasuryYield;

public sealed record ListTreasuryYieldsRequest
{
    /// <summary>From 1.</summary>
    [QueryParam]
    public int Page { get; init; } = 1;

    /// <summary>Rows a page.</summary>
    [QueryParam]
    public int Size { get; init; } = 50;

    /// <summary>Only this maturity.</summary>
    [QueryParam]
    public string? Maturity { get; init; }

    /// <summary>First date.</summary>
    [QueryParam]
    public LocalDate? StartDate { get; init; }

    /// <summary>Last date, included.</summary>
    [QueryParam]
    public LocalDate? EndDate { get; init; }

    /// <summary>date_desc, date_asc, yield_desc or yield_asc.</summary>
    [QueryParam]
    public string OrderBy { get; init; } = "date_desc";

    /// <summary>
    /// daily: the days of the last two years; monthly: means of months. Without it months as far as they are published, then the days
    /// since.
    /// </summary>
    [QueryParam]
    public string? Interval { get; init; }
}

public sealed class ListTreasuryYieldsValidator : Validator<ListTreasuryYieldsRequest>
{
    public ListTreasuryYieldsValidator()
    {
        RuleFor(r => r.Page).GreaterThanOrEqualTo(1);
        RuleFor(r => r.Size).InclusiveBetween(1, 1000);
        RuleFor(r => r.Maturity).IsOneOf(Indicators.TreasuryYield.Maturity.Names);
        RuleFor(r => r.StartDate)
            .Must((r, start) => start <= r.EndDate)
            .When(r => r is { StartDate: not null, EndDate: not null })
            .WithMessage("must not be after end_date");
        RuleFor(r => r.OrderBy).IsOneOf("date_desc", "date_asc", "yield_desc", "yield_asc");
        RuleFor(r => r.Interval).IsOneOf(YieldIntervals.Names);
    }
}

/// <summary>A page of yields.</summary>
/// <param name="Total">Rows of all pages.</param>
/// <param name="Page">From 1.</param>
/// <param name="Size">Rows a page.</param>
/// <param name="Pages">How many pages; 0 without rows.</param>
public sealed record TreasuryPage(IReadOnlyList<TreasuryRow> Items, int Total, int Page, int Size, int Pages)
{
    internal static TreasuryPage Of(IReadOnlyList<(HeldYields Yields, Observation Row)> ordered, int page, int size)
    {
        var skip = (page - 1L) * size;
        var items = skip >= ordered.Count ? [] : ordered.Skip((int)skip).Take(size).Select(r => TreasuryRow.Of(r.Yields, r.Row)).ToList();
        return new TreasuryPage(items, ordered.Count, page, size, (ordered.Count + size - 1) / size);
    }
}

/// <summary>GET /api/v1/treasury-yield/: yields of all maturities, page by page.</summary>
public sealed class ListTreasuryYields(TreasuryReader reader) : Endpoint<ListTreasuryYieldsRequest, TreasuryPage>
{
    public override void Configure()
    {
        Get("");
        Group<TreasuryYieldGroup>();
        Options(b => b.CachesAs(DataKind.Daily));
        Summary(s =>
        {
            s.Summary = "Treasury yields";
            s.Description =
                "Constant maturity yields, percent: means of months as far as they are published, then days, so that the newest "
                + "row is of the last days; `interval` "
                + "asks for one of the two. Equal dates stand by time to maturity, equal yields newest first.";
            s.ResponseExamples[200] = new TreasuryPage([TreasuryRow.Example], 1, 1, 50, 1);
        });
    }

    public override async Task<TreasuryPage> ExecuteAsync(ListTreasuryYieldsRequest request, CancellationToken ct)
    {
        var table = await reader.ReadAsync(YieldIntervals.Or(request.Interval, YieldInterval.Both), ct);
        var rows = table
            .Maturities.Where(m => request.Maturity is null || m.Maturity.Name == request.Maturity)
            .SelectMany(m => m.Held.Rows.Select(row => (Yields: m, Row: row)))
            .Where(r => !(r.Row.Date < request.StartDate) && !(r.Row.Date > request.EndDate));
        var ordered = request.OrderBy switch
        {
            "date_asc" => rows.OrderBy(r => r.Row.Date),
            "yield_desc" => rows.OrderByDescending(r => r.Row.Value).ThenByDescending(r => r.Row.Date),
            "yield_asc" => rows.OrderBy(r => r.Row.Value).ThenByDescending(r => r.Row.Date),
            _ => rows.OrderByDescending(r => r.Row.Date),
        };
        return TreasuryPage.Of([.. ordered.ThenBy(r => r.Yields.Maturity.Months)], request.Page, request.Size);
    }
}
