using InvestmentAssistant.Api.Platform.Text;

namespace InvestmentAssistant.Api.Domain.News.Index;

/// <summary>
/// A kind of article that can be listed, filtered and searched. Its document is the truth; a row of the index beside it, kept by the
/// database itself, holds what lists need. Registered with <c>services.AddArticleIndex&lt;T&gt;("market_news")</c>.
/// </summary>
public interface IIndexedArticle : IArticle
{
    /// <summary>More of its text, searched after title and description; null when the provider sends no more.</summary>
    string? Content { get; }

    /// <summary>Host of <see cref="IArticle.Url"/> without www.; null when there is none.</summary>
    string? Host { get; }

    /// <summary>Filters of lists: see <see cref="Facet"/>.</summary>
    IReadOnlyList<string> Facets { get; }
}

/// <summary>A property of an article that lists may be filtered by, as one word: <c>category=crypto</c>, <c>symbol=AAPL</c>.</summary>
public static class Facet
{
    public const string Source = "source",
        Category = "category",
        Symbol = "symbol";

    /// <summary>The publisher's facet, from its name in any spelling. The index folds those that were stored in another form.</summary>
    public static string OfSource(string source) => $"{Source}={TextFold.Of(source)}";

    public static string Of(string kind, string value) => $"{kind}={value}";
}
