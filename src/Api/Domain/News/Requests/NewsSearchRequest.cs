using FastEndpoints;

namespace InvestmentAssistant.Api.Domain.News.Requests;

/// <summary>A list of news that is searched: words and an order besides.</summary>
public abstract record NewsSearchRequest : NewsListRequest
{
    /// <summary>Words to find: words, "phrases", -exclusions.</summary>
    [QueryParam]
    public string? Q { get; init; }

    /// <summary>The same under its older name.</summary>
    [QueryParam]
    public string? Query { get; init; }

    /// <summary>newest (first) or relevance (best match first).</summary>
    [QueryParam]
    public string Sort { get; init; } = "newest";

    /// <summary>Returns the text, and the parameter that it came in.</summary>
    public (string Text, string Parameter) Words() => Q is { } q ? (q, "q") : (Query!, "query");

    public bool IsByRank() => Sort == "relevance";
}
