using FastEndpoints;
using FluentValidation;
using InvestmentAssistant.Api.Domain.News.Index;
using InvestmentAssistant.Api.Features.FinancialNews.Documents;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Http.Paging;

namespace InvestmentAssistant.Api.Features.FinancialNews;

/// <summary>Paging of this feature's lists: a page or a cursor.</summary>
public interface IFinancialNewsList
{
    int? Page { get; }

    int Limit { get; }

    string? Cursor { get; }
}

internal static class FinancialNewsRules
{
    public static void ListRules<T>(this Validator<T> validator)
        where T : class, IFinancialNewsList
    {
        validator.RuleFor(r => r.Page).IsPage();
        validator.RuleFor(r => r.Limit).IsLimit(100);
        validator.RuleFor(r => r.Cursor).IsAlone(r => r.Page, "page");
    }

    /// <summary>Each one of the four names.</summary>
    public static IRuleBuilderOptions<T, IReadOnlyList<string>?> AreCategories<T>(this IRuleBuilder<T, IReadOnlyList<string>?> rule) =>
        rule.AreFew().AreOneOf(NewsCategory.Names);

    public static IRuleBuilderOptions<T, string?> IsCategory<T>(this IRuleBuilder<T, string?> rule) => rule.IsOneOf(NewsCategory.Names);

    public static Window Window(this IFinancialNewsList request) => Platform.Http.Paging.Window.OfPage(request.Page ?? 1, request.Limit);

    /// <summary>Articles of one of these categories; of all without any.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> OfCategories(IReadOnlyList<string>? names) =>
        names is { Count: > 0 }
            ?
            [
                [.. names.Select(n => Facet.Of(Facet.Category, n))],
            ]
            : [];
}
