using FastEndpoints;
using FluentValidation;
using InvestmentAssistant.Api.Domain.News.Index;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Http.Paging;

namespace InvestmentAssistant.Api.Domain.News.Requests;

/// <summary>Rules of the requests that all lists of news share.</summary>
public static class NewsRequestRules
{
    /// <summary>Rules of <see cref="NewsListRequest"/>.</summary>
    public static void NewsListRules<T>(this Validator<T> validator)
        where T : NewsListRequest
    {
        validator.RuleFor(r => r.Page).IsPage();
        validator.RuleFor(r => r.Cursor).IsAlone(r => r.Page, "page");
        validator.RuleFor(r => r.StartDate).IsStartOf(r => r.EndDate);
        validator.RuleFor(r => r.Sources).AreFew();
    }

    /// <summary>Rules of <see cref="NewsSearchRequest"/>, those of the list included.</summary>
    public static void NewsSearchRules<T>(this Validator<T> validator)
        where T : NewsSearchRequest
    {
        validator.NewsListRules();
        validator
            .RuleFor(r => r.Q)
            .Must((r, q) => (q ?? r.Query) is not null)
            .WithMessage("is required (query is the same parameter)")
            .IsSearch();
        validator.RuleFor(r => r.Query).IsSearch();
        validator.RuleFor(r => r.Sort).IsOneOf("newest", "relevance");
    }
}
