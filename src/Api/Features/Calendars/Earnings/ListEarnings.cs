using FastEndpoints;
using FluentValidation;
using InvestmentAssistant.Api.Domain.Earnings;
using InvestmentAssistant.Api.Domain.Instruments;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Http.Paging;
using Marten;

namespace InvestmentAssistant.Api.Features.Calendars.Earnings;

public sealed record ListEarningsRequest
{
    /// <summary>First report date.</summary>
    [QueryParam]
    public LocalDate? StartDate { get; init; }

    /// <summary>Last report date, included.</summary>
    [QueryParam]
    public LocalDate? EndDate { get; init; }

    /// <summary>A symbol or its beginning, in any case.</summary>
    [QueryParam]
    public string? Symbol { get; init; }

    /// <summary>Rows a page.</summary>
    [QueryParam]
    public int Limit { get; init; } = 50;

    /// <summary>Rows left out at the beginning.</summary>
    [QueryParam]
    public int Offset { get; init; }
}

public sealed class ListEarningsValidator : Validator<ListEarningsRequest>
{
    public ListEarningsValidator()
    {
        RuleFor(r => r.StartDate).IsStartOf(r => r.EndDate);
        RuleFor(r => r.Symbol)
            .Must(EquitySymbol.IsWellFormed)
            .When(r => !string.IsNullOrWhiteSpace(r.Symbol))
            .WithMessage(EquitySymbol.Rule);
        RuleFor(r => r.Limit).IsLimit();
        RuleFor(r => r.Offset).IsSkip();
    }
}

/// <summary>GET /api/v1/earnings-calendar/: reports of all companies, page by page.</summary>
public sealed class ListEarnings(IDocumentStore store, IClock clock) : Endpoint<ListEarningsRequest, CalendarPage<EarningsItem>>
{
    public override void Configure()
    {
        Get("");
        Group<EarningsCalendarGroup>();
        Options(b => b.CachesAs(DataKind.Minutes));
        Summary(s =>
        {
            s.Summary = "Earnings calendar";
            s.Description = CalendarList.Order;
            s.ResponseExamples[200] = new CalendarPage<EarningsItem>([EarningsItem.Example], 1);
        });
    }

    public override async Task<CalendarPage<EarningsItem>> ExecuteAsync(ListEarningsRequest request, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        var found = session.Earnings().Within(request.StartDate, request.EndDate).OfSymbol(request.Symbol);
        var today = clock.Today();
        var coming = request is { StartDate: null, EndDate: null } ? found.Where(e => e.ReportDate >= today) : null;
        var page = await CalendarList.PageAsync(found.InOrder(), coming, new Window(request.Offset, request.Limit), ct);
        return page.Select(EarningsItem.Of);
    }
}
