using FastEndpoints;
using FluentValidation;
using InvestmentAssistant.Api.Domain.Earnings;
using InvestmentAssistant.Api.Domain.Instruments;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Http.Paging;
using InvestmentAssistant.Api.Platform.Text;
using Marten;
using Marten.Linq.MatchesSql;

namespace InvestmentAssistant.Api.Features.Calendars.Sp500Earnings;

public sealed record ListSp500EarningsRequest
{
    /// <summary>First report date.</summary>
    [QueryParam]
    public LocalDate? StartDate { get; init; }

    /// <summary>Last report date, included.</summary>
    [QueryParam]
    public LocalDate? EndDate { get; init; }

    /// <summary>Only this report date; not together with start_date or end_date.</summary>
    [QueryParam]
    public LocalDate? Date { get; init; }

    /// <summary>A symbol or its beginning, in any case.</summary>
    [QueryParam]
    public string? Symbol { get; init; }

    /// <summary>A part of the sector's name, in any case.</summary>
    [QueryParam]
    public string? Sector { get; init; }

    /// <summary>Only reports with an estimate, or only those without.</summary>
    [QueryParam]
    public bool? HasEstimate { get; init; }

    /// <summary>Rows a page.</summary>
    [QueryParam]
    public int Limit { get; init; } = 100;

    /// <summary>Rows left out at the beginning.</summary>
    [QueryParam]
    public int Offset { get; init; }
}

public sealed class ListSp500EarningsValidator : Validator<ListSp500EarningsRequest>
{
    public ListSp500EarningsValidator()
    {
        RuleFor(r => r.StartDate).IsStartOf(r => r.EndDate);
        RuleFor(r => r.Date)
            .Null()
            .When(r => r.StartDate is not null || r.EndDate is not null)
            .WithMessage("cannot be given together with start_date or end_date");
        RuleFor(r => r.Symbol)
            .Must(EquitySymbol.IsWellFormed)
            .When(r => !string.IsNullOrWhiteSpace(r.Symbol))
            .WithMessage(EquitySymbol.Rule);
        RuleFor(r => r.Sector).IsPartOfName();
        RuleFor(r => r.Limit).IsLimit(10_000);
        RuleFor(r => r.Offset).IsSkip();
    }
}

/// <summary>GET /api/v1/sp500-earnings-calendar/: reports of the index's companies, page by page.</summary>
public sealed class ListSp500Earnings(IDocumentStore store, IClock clock) : Endpoint<ListSp500EarningsRequest, Sp500CalendarPage>
{
    public override void Configure()
    {
        Get("");
        Group<Sp500EarningsCalendarGroup>();
        Options(b => b.CachesAs(DataKind.Minutes));
        Summary(s =>
        {
            s.Summary = "S&P 500 earnings calendar";
            s.Description = $"Companies that are in the index on the day of their report. {CalendarList.Order}";
            s.ResponseExamples[200] = new Sp500CalendarPage([Sp500EarningsItem.Example], 1, "S&P 500 실적 발표 1건입니다.");
        });
    }

    public override async Task<Sp500CalendarPage> ExecuteAsync(ListSp500EarningsRequest request, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        var (start, end) = (request.Date ?? request.StartDate, request.Date ?? request.EndDate);
        var found = session.Sp500Earnings().Within(start, end).OfSymbol(request.Symbol);
        if (request.HasEstimate is true)
            found = found.Where(e => e.Estimate != null);
        if (request.HasEstimate is false)
            found = found.Where(e => e.Estimate == null);
        if (TextFold.Of(TextFold.Typed(request.Sector)).Trim() is { Length: > 0 } sector)
            found = found.Where(e => e.MatchesSql("position(? in search.fold(d.data ->> 'gics_sector')) > 0", sector));
        var today = clock.Today();
        var coming = start is null && end is null ? found.Where(e => e.ReportDate >= today) : null;
        var page = await CalendarList.PageAsync(found.InOrder(), coming, new Window(request.Offset, request.Limit), ct);
        return new Sp500CalendarPage(page.Items.Shape(today), page.TotalCount, $"S&P 500 실적 발표 {page.TotalCount}건입니다.");
    }
}
