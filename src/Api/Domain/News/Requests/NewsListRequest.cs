using FastEndpoints;
using InvestmentAssistant.Api.Platform.Http.Paging;

namespace InvestmentAssistant.Api.Domain.News.Requests;

/// <summary>What every list of news takes: a page or a cursor, days, publishers.</summary>
public abstract record NewsListRequest
{
    /// <summary>Page, from 1.</summary>
    [QueryParam]
    public int? Page { get; init; }

    /// <summary>next_cursor of the page before: continues after it, also when articles were added.</summary>
    [QueryParam]
    public string? Cursor { get; init; }

    /// <summary>First day or moment of publication.</summary>
    [QueryParam]
    public TimeBound? StartDate { get; init; }

    /// <summary>Last day or moment of publication, included.</summary>
    [QueryParam]
    public TimeBound? EndDate { get; init; }

    /// <summary>Publishers: a name, or the beginning of a name or host, in any case; may be given several times.</summary>
    [QueryParam]
    public IReadOnlyList<string>? Sources { get; init; }
}
