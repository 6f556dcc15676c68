using FastEndpoints;
using FluentValidation;
using InvestmentAssistant.Api.Features.Calendars.Documents;
using InvestmentAssistant.Api.Platform.Http;
using Marten;

namespace InvestmentAssistant.Api.Features.Calendars.Ipo;

public sealed record IposOfMonthRequest
{
    /// <summary>Year; this one when absent.</summary>
    [QueryParam]
    public int? Year { get; init; }

    /// <summary>Month, 1 to 12; this one when absent.</summary>
    [QueryParam]
    public int? Month { get; init; }
}

public sealed class IposOfMonthValidator : Validator<IposOfMonthRequest>
{
    public IposOfMonthValidator()
    {
        RuleFor(r => r.Year).InclusiveBetween(1970, 2100);
        RuleFor(r => r.Month).InclusiveBetween(1, 12);
    }
}

/// <param name="Month">2026-09.</param>
/// <param name="TotalCount">How many items follow.</param>
public sealed record IpoMonth(string Month, IReadOnlyList<IpoItem> Items, int TotalCount);

/// <summary>GET /api/v1/ipo-calendar/monthly: companies going public in a month.</summary>
public sealed class GetIposOfMonth(IDocumentStore store, IClock clock) : Endpoint<IposOfMonthRequest, IpoMonth>
{
    public override void Configure()
    {
        Get("monthly");
        Group<IpoCalendarGroup>();
        Options(b => b.CachesAs(DataKind.Minutes));
        Summary(s =>
        {
            s.Summary = "IPOs of a month";
            s.Description =
                "By date, then symbol. A part that is not given is the present one in New York: without year the month of this year.";
            s.ResponseExamples[200] = new IpoMonth("2026-09", [IpoItem.Example], 1);
        });
    }

    public override async Task<IpoMonth> ExecuteAsync(IposOfMonthRequest request, CancellationToken ct)
    {
        var today = clock.Today();
        var first = new LocalDate(request.Year ?? today.Year, request.Month ?? today.Month, 1);
        var last = first.With(DateAdjusters.EndOfMonth);
        await using var session = store.QuerySession();
        var items = await session
            .Query<IpoOffering>()
            .Where(o => o.IsListed && o.IpoDate >= first && o.IpoDate <= last)
            .OrderBy(o => o.IpoDate)
            .ThenBy(o => o.Symbol)
            .ThenBy(o => o.Id)
            .ToListAsync(ct);
        return new IpoMonth($"{first.Year:0000}-{first.Month:00}", [.. items.Select(IpoItem.Of)], items.Count);
    }
}
