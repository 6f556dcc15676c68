using FastEndpoints;
using InvestmentAssistant.Api.Domain.News.Index;
using InvestmentAssistant.Api.Features.FinancialNews.Documents;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.FinancialNews;

/// <param name="CategoryDisplayName">For people, in Korean.</param>
/// <param name="Count">Articles held.</param>
/// <param name="LatestNewsDate">Publication of its newest; null without articles.</param>
public sealed record FinancialNewsCategoryFigures(string Category, string CategoryDisplayName, int Count, Instant? LatestNewsDate);

/// <param name="Categories">All four, in the order of the contract.</param>
/// <param name="TotalNews">Articles of all categories.</param>
/// <param name="AvailableCategories">Their names.</param>
public sealed record FinancialNewsCategoriesAnswer(
    IReadOnlyList<FinancialNewsCategoryFigures> Categories,
    int TotalNews,
    IReadOnlyList<string> AvailableCategories
);

/// <summary>GET /api/v1/financial-news/categories/stats: articles by category.</summary>
public sealed class GetFinancialNewsCategories(ArticleFigures<FinancialArticle> figures)
    : EndpointWithoutRequest<FinancialNewsCategoriesAnswer>
{
    public override void Configure()
    {
        Get("categories/stats");
        Group<FinancialNewsGroup>();
        Options(b => b.CachesAs(DataKind.Minutes));
        Summary(s =>
        {
            s.Summary = "Financial news by category";
            s.Description = "A category without articles has 0.";
            s.ResponseExamples[200] = new FinancialNewsCategoriesAnswer(
                [
                    .. NewsCategory.All.Select(c => new FinancialNewsCategoryFigures(
                        c.Name,
                        c.DisplayName,
                        5_370,
                        Instant.FromUtc(2026, 11, 5, 23, 31)
                    )),
                ],
                21_480,
                NewsCategory.Names
            );
        });
    }

    public override async Task<FinancialNewsCategoriesAnswer> ExecuteAsync(CancellationToken ct)
    {
        var counted = (await figures.FacetsAsync(Facet.Category, days: null, ct)).ToDictionary(f => f.Value, StringComparer.Ordinal);
        var rows = NewsCategory
            .All.Select(c => new FinancialNewsCategoryFigures(
                c.Name,
                c.DisplayName,
                counted.GetValueOrDefault(c.Name)?.Count ?? 0,
                counted.GetValueOrDefault(c.Name)?.Last
            ))
            .ToList();
        return new FinancialNewsCategoriesAnswer(rows, rows.Sum(r => r.Count), NewsCategory.Names);
    }
}
