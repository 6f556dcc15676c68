using FastEndpoints;
using FluentValidation;
using InvestmentAssistant.Api.Features.MarketNews.Documents;
using InvestmentAssistant.Api.Platform.Http;
using Marten;

namespace InvestmentAssistant.Api.Features.MarketNews;

public sealed record MarketNewsDetailRequest
{
    /// <summary>Name of the publisher, as lists give it.</summary>
    [QueryParam]
    public string? Source { get; init; }

    /// <summary>Address of the article, as lists give it.</summary>
    [QueryParam]
    public string? Url { get; init; }
}

public sealed class MarketNewsDetailValidator : Validator<MarketNewsDetailRequest>
{
    public MarketNewsDetailValidator()
    {
        RuleFor(r => r.Source).NotEmpty().WithMessage("is required").MaximumLength(500);
        RuleFor(r => r.Url).NotEmpty().WithMessage("is required").MaximumLength(5000);
    }
}

/// <summary>GET /api/v1/market-news/detail: one article.</summary>
public sealed class GetMarketNewsDetail(IDocumentStore store) : Endpoint<MarketNewsDetailRequest, MarketNewsRow>
{
    public override void Configure()
    {
        Get("detail");
        Group<MarketNewsGroup>();
        Options(b => b.CachesAs(DataKind.Daily));
        Summary(s =>
        {
            s.Summary = "One article";
            s.Description =
                "By publisher and address; 404 when it is not held. Trackers, a fragment or a trailing slash in the address make "
                + "no difference.";
            s.ResponseExamples[200] = MarketNewsRow.Example;
        });
    }

    public override async Task<MarketNewsRow> ExecuteAsync(MarketNewsDetailRequest request, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        var article = await session.LoadAsync<MarketArticle>(MarketArticle.IdOf(request.Source!, request.Url!), ct)
            ?? throw ProblemException.NotFound("No article of this source is held under this address.");
        return MarketNewsRow.Of(article);
    }
}
