using FastEndpoints;
using FluentValidation;
using InvestmentAssistant.Api.Features.FinancialNews.Documents;
using InvestmentAssistant.Api.Platform.Http;
using Marten;

namespace InvestmentAssistant.Api.Features.FinancialNews;

public sealed record FinancialNewsDetailRequest
{
    /// <summary>crypto, forex, merger or general.</summary>
    public string Category { get; init; } = "";

    /// <summary>The provider's number, from 1.</summary>
    public long NewsId { get; init; }
}

public sealed class FinancialNewsDetailValidator : Validator<FinancialNewsDetailRequest>
{
    public FinancialNewsDetailValidator()
    {
        RuleFor(r => r.Category).IsCategory();
        RuleFor(r => r.NewsId).GreaterThanOrEqualTo(1);
    }
}

/// <summary>GET /api/v1/financial-news/detail/{category}/{news_id}: one article.</summary>
public sealed class GetFinancialNewsDetail(IDocumentStore store) : Endpoint<FinancialNewsDetailRequest, FinancialNewsRow>
{
    public override void Configure()
    {
        Get("detail/{category}/{news_id}");
        Group<FinancialNewsGroup>();
        Options(b => b.CachesAs(DataKind.Daily));
        Summary(s =>
        {
            s.Summary = "One article";
            s.Description = "By category and number; 404 when it is not held.";
            s.ResponseExamples[200] = FinancialNewsRow.Example;
        });
    }

    public override async Task<FinancialNewsRow> ExecuteAsync(FinancialNewsDetailRequest request, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        var article = await session.LoadAsync<FinancialArticle>(FinancialArticle.IdOf(request.Category, request.NewsId), ct)
            ?? throw ProblemException.NotFound($"There is no article {request.NewsId} in the category {request.Category}.");
        return FinancialNewsRow.Of(article);
    }
}
