using FastEndpoints;
using FluentValidation;
using InvestmentAssistant.Api.Domain.Instruments;
using InvestmentAssistant.Api.Domain.News;
using InvestmentAssistant.Api.Features.EarningsNews.Documents;
using InvestmentAssistant.Api.Platform.Http;
using Marten;

namespace InvestmentAssistant.Api.Features.EarningsNews.CalendarNews;

public sealed record EarningsStoryRequest
{
    /// <summary>Symbol in any case; BRK.B and BRK-B are the same.</summary>
    public string Symbol { get; init; } = "";

    /// <summary>Date of the report, New York.</summary>
    public LocalDate ReportDate { get; init; }

    /// <summary>Address of the article.</summary>
    [QueryParam]
    public string Url { get; init; } = "";
}

public sealed class EarningsStoryValidator : Validator<EarningsStoryRequest>
{
    public EarningsStoryValidator()
    {
        RuleFor(r => r.Symbol).Must(EquitySymbol.IsWellFormed).WithMessage(EquitySymbol.Rule);
        RuleFor(r => r.Url).NotEmpty().WithMessage("is required");
    }
}

/// <summary>GET /api/v1/earnings-calendar-news/{symbol}/{report_date}/detail: one story with all that is held of it.</summary>
public sealed class GetEarningsStory(IDocumentStore store) : Endpoint<EarningsStoryRequest, EarningsNewsDetail>
{
    public override void Configure()
    {
        Get("{symbol}/{report_date}/detail");
        Group<EarningsNewsGroup>();
        Options(b => b.CachesAs(DataKind.Daily));
        Summary(s =>
        {
            s.Summary = "One story about a report";
            s.Description = "Trackers, www. and a trailing slash of the address do not matter. 404 when it is not held of that report.";
            s.ResponseExamples[200] = EarningsNewsDetail.Example;
        });
    }

    public override async Task<EarningsNewsDetail> ExecuteAsync(EarningsStoryRequest request, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        var report = await session.ReportAsync(request.Symbol, request.ReportDate, ct);
        var key = ArticleUrl.Key(request.Url);
        // Some dozens of articles an event: the address is compared here, in whichever spelling.
        var found = (await session.Query<EarningsArticle>().Where(a => a.EventId == report.Id).ToListAsync(ct)).FirstOrDefault(a =>
            ArticleUrl.Key(a.Url) == key
        );
        return found is not null
            ? EarningsNewsDetail.Of(found)
            : throw ProblemException.NotFound(
                $"No article of that address is held of the report of {report.Symbol} on {report.ReportDate:uuuu-MM-dd}."
            );
    }
}
