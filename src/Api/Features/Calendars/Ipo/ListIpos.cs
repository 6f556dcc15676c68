using FastEndpoints;
using FluentValidation;
using InvestmentAssistant.Api.Domain.Instruments;
using InvestmentAssistant.Api.Features.Calendars.Documents;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Http.Paging;
using InvestmentAssistant.Api.Platform.Text;
using Marten;

namespace InvestmentAssistant.Api.Features.Calendars.Ipo;

public sealed record ListIposRequest
{
    /// <summary>First date.</summary>
    [QueryParam]
    public LocalDate? StartDate { get; init; }

    /// <summary>Last date, included.</summary>
    [QueryParam]
    public LocalDate? EndDate { get; init; }

    /// <summary>A part of the exchange's name (NASDAQ, NYSE) or of the provider's text for it, in any case.</summary>
    [QueryParam]
    public string? Exchange { get; init; }

    /// <summary>Rows a page.</summary>
    [QueryParam]
    public int Limit { get; init; } = 100;

    /// <summary>Rows left out at the beginning.</summary>
    [QueryParam]
    public int Offset { get; init; }
}

public sealed class ListIposValidator : Validator<ListIposRequest>
{
    public ListIposValidator()
    {
        RuleFor(r => r.StartDate).IsStartOf(r => r.EndDate);
        RuleFor(r => r.Exchange).IsPartOfName();
        RuleFor(r => r.Limit).IsLimit();
        RuleFor(r => r.Offset).IsSkip();
    }
}

/// <param name="TotalCount">Rows of all pages.</param>
/// <param name="StartDate">As asked for.</param>
/// <param name="EndDate">As asked for.</param>
public sealed record IpoPage(IReadOnlyList<IpoItem> Items, int TotalCount, LocalDate? StartDate, LocalDate? EndDate);

/// <summary>GET /api/v1/ipo-calendar/: companies going public, page by page.</summary>
public sealed class ListIpos(IDocumentStore store, IClock clock) : Endpoint<ListIposRequest, IpoPage>
{
    public override void Configure()
    {
        Get("");
        Group<IpoCalendarGroup>();
        Options(b => b.CachesAs(DataKind.Minutes));
        Summary(s =>
        {
            s.Summary = "IPO calendar";
            s.Description = CalendarList.Order;
            s.ResponseExamples[200] = new IpoPage([IpoItem.Example], 1, new LocalDate(2026, 9, 1), new LocalDate(2026, 9, 30));
        });
    }

    public override async Task<IpoPage> ExecuteAsync(ListIposRequest request, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        var found = session.Query<IpoOffering>().Where(o => o.IsListed);
        if (request.StartDate is { } start)
            found = found.Where(o => o.IpoDate >= start);
        if (request.EndDate is { } end)
            found = found.Where(o => o.IpoDate <= end);
        if (TextFold.Of(TextFold.Typed(request.Exchange)).Trim() is { Length: > 0 } exchange)
        {
            var texts = await TextsOfAsync(session, exchange, ct);
            found = found.Where(o => texts.Contains(o.Exchange!));
        }
        var today = clock.Today();
        var coming = request is { StartDate: null, EndDate: null } ? found.Where(o => o.IpoDate >= today) : null;
        var page = await CalendarList.PageAsync(
            found.OrderBy(o => o.IpoDate).ThenBy(o => o.Symbol).ThenBy(o => o.Id),
            coming,
            new Window(request.Offset, request.Limit),
            ct
        );
        return new IpoPage([.. page.Items.Select(IpoItem.Of)], page.TotalCount, request.StartDate, request.EndDate);
    }

    /// <summary>The providers' texts of the exchanges that a filter, in its folded form, means: a dozen spellings at most.</summary>
    private static async Task<string[]> TextsOfAsync(IQuerySession session, string filter, CancellationToken ct)
    {
        var held = await session.Query<IpoOffering>().Where(o => o.Exchange != null).Select(o => o.Exchange!).Distinct().ToListAsync(ct);
        return [.. held.Where(text => Has(text) || Has(ExchangeNames.Of(text)))];

        bool Has(string? name) => TextFold.Of(name).Contains(filter, StringComparison.Ordinal);
    }
}
