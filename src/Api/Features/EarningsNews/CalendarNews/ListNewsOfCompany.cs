using FastEndpoints;
using FluentValidation;
using InvestmentAssistant.Api.Domain.Instruments;
using InvestmentAssistant.Api.Features.EarningsNews.Documents;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Http.Paging;
using Marten;

namespace InvestmentAssistant.Api.Features.EarningsNews.CalendarNews;

public sealed record NewsOfCompanyRequest
{
    /// <summary>Symbol in any case; BRK.B and BRK-B are the same.</summary>
    public string Symbol { get; init; } = "";

    /// <summary>Stories left out at the beginning.</summary>
    [QueryParam]
    public int Skip { get; init; }

    /// <summary>Stories a page.</summary>
    [QueryParam]
    public int Limit { get; init; } = 20;

    /// <summary>First report date.</summary>
    [QueryParam]
    public LocalDate? StartDate { get; init; }

    /// <summary>Last report date, included.</summary>
    [QueryParam]
    public LocalDate? EndDate { get; init; }
}

public sealed class NewsOfCompanyValidator : Validator<NewsOfCompanyRequest>
{
    public NewsOfCompanyValidator()
    {
        RuleFor(r => r.Symbol).Must(EquitySymbol.IsWellFormed).WithMessage(EquitySymbol.Rule);
        RuleFor(r => r.Skip).IsSkip();
        RuleFor(r => r.Limit).IsLimit(100);
        RuleFor(r => r.StartDate).IsStartOf(r => r.EndDate);
    }
}

/// <summary>GET /api/v1/earnings-calendar-news/{symbol}: stories about a company's reports.</summary>
public sealed class ListNewsOfCompany(IDocumentStore store) : Endpoint<NewsOfCompanyRequest, EarningsNewsPage>
{
    public override void Configure()
    {
        Get("{symbol}");
        Group<EarningsNewsGroup>();
        Options(b => b.CachesAs(DataKind.Minutes));
        Summary(s =>
        {
            s.Summary = "News around a company's reports";
            s.Description =
                "Of reports between two dates when they are given. Newest first; 404 when no report of the company is on the calendar.";
            s.ResponseExamples[200] = EarningsNewsPage.Example with { ReportDate = null };
        });
    }

    public override async Task<EarningsNewsPage> ExecuteAsync(NewsOfCompanyRequest request, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        var symbol = await session.KnownAsync(request.Symbol, ct);
        var found = session.Query<EarningsArticle>().Where(a => a.Symbol == symbol && a.IsStory);
        if (request.StartDate is { } start)
            found = found.Where(a => a.ReportDate >= start);
        if (request.EndDate is { } end)
            found = found.Where(a => a.ReportDate <= end);
        return EarningsNewsPage.Of(
            await found.InOrder().PageAsync(new Window(request.Skip, request.Limit), EarningsNewsItem.Of, ct),
            symbol
        );
    }
}
