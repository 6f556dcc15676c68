using System.Text.RegularExpressions;
using InvestmentAssistant.Api.Platform.Persistence;
using InvestmentAssistant.Api.Platform.Text;
using Marten;

namespace InvestmentAssistant.Api.Domain.News.Index;

/// <summary>Where the index of a kind of article is.</summary>
/// <param name="Name">Lower-case with underscores: market_news. It becomes the table search.market_news.</param>
public sealed partial record ArticleIndexName<TArticle>(string Name)
    where TArticle : class, IIndexedArticle
{
    /// <summary>Table of the index, qualified.</summary>
    public string Rows => "search." + Name;

    internal bool IsWellFormed => Pattern().IsMatch(Name);

    /// <summary>Table of the documents, qualified.</summary>
    public string DocumentsOf(IDocumentStore store) => store.Options.FindOrResolveDocumentType(typeof(TArticle)).TableName.QualifiedName;

    [GeneratedRegex("^[a-z][a-z_]{0,39}$")]
    private static partial Regex Pattern();
}

public static class ArticleIndexExtensions
{
    /// <summary>Lists, search and statistics over a kind of article; the feature declares the document itself.</summary>
    public static IServiceCollection AddArticleIndex<TArticle>(this IServiceCollection services, string name)
        where TArticle : class, IIndexedArticle
    {
        var index = new ArticleIndexName<TArticle>(name);
        if (!index.IsWellFormed)
            throw new ArgumentException($"{name} cannot be the name of a table here.", nameof(name));
        services.AddTextFold();
        if (!services.Any(s => s.ImplementationType == typeof(ArticleSearchSchema)))
            services.AddSingleton<ISchemaPart, ArticleSearchSchema>();
        return services
            .AddSingleton(index)
            .AddSingleton<ISchemaPart, ArticleIndexSchema<TArticle>>()
            .AddSingleton<ArticleWeeks<TArticle>>()
            .AddSingleton<ArticleTerms<TArticle>>()
            .AddSingleton<ArticleRows<TArticle>>()
            .AddScoped<ArticleIndex<TArticle>>()
            .AddScoped<ArticleFigures<TArticle>>();
    }
}
