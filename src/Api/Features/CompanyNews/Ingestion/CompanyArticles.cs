using InvestmentAssistant.Api.Domain.Finnhub;
using InvestmentAssistant.Api.Domain.News;
using InvestmentAssistant.Api.Features.CompanyNews.Documents;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Ingestion.Rotation;
using Marten;

namespace InvestmentAssistant.Api.Features.CompanyNews.Ingestion;

/// <summary>
/// Asks for the news of companies, a call a company, and keeps them. The two data sets that do so note their requests in one place, so that
/// neither repeats a request of the other.
/// </summary>
public sealed class CompanyArticles(FinnhubClient provider, ItemRotation rotation, IClock clock)
{
    /// <summary>Longest span that the routes show.</summary>
    public const int DaysBack = 7;

    /// <param name="symbols">Whose, the most wanted first.</param>
    /// <param name="askAgainAfter">News younger than this are young enough.</param>
    /// <param name="context">Of the job's run.</param>
    /// <param name="ct">Ends the run.</param>
    public Task<JobOutcome> FetchAsync(IReadOnlyList<string> symbols, Duration askAgainAfter, JobContext context, CancellationToken ct) =>
        rotation.RunAsync(
            new RotationPlan("company-news", FinnhubClient.Provider, askAgainAfter, ShareOfDay: 0.5m),
            symbols,
            AskAsync,
            WriteAsync,
            context,
            ct
        );

    /// <summary>
    /// The document, or null for what cannot be used: no address, no headline, no time of publication that can be true, withdrawn.
    /// </summary>
    public static CompanyArticle? Map(FinnhubArticle sent, string symbol, Instant now)
    {
        if (sent.Read(now, needsAddress: true) is not { Url: { } url } article)
            return null;
        return new CompanyArticle
        {
            Id = ArticleKey.Of(symbol, ArticleUrl.Key(url)),
            Symbol = symbol,
            Url = url,
            Title = article.Title,
            Description = article.Text,
            Source = article.Source,
            PublishedAt = article.PublishedAt,
            FetchedAt = now,
        };
    }

    private sealed record Answer(IReadOnlyList<CompanyArticle> Articles, int Dropped);

    private async Task<Answer?> AskAsync(string symbol, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var today = now.InUtc().Date;
        var sent = await provider.CompanyNewsAsync(symbol, today.PlusDays(-DaysBack), today, ct);
        var mapped = sent.Rows.Select(a => Map(a, symbol, now)).ToList();
        return new Answer([.. mapped.OfType<CompanyArticle>().DistinctBy(a => a.Id)], sent.Dropped + mapped.Count(a => a is null));
    }

    /// <summary>Writes only new and changed articles.</summary>
    private static async Task<Written> WriteAsync(IDocumentSession session, IReadOnlyList<Answer> answers, CancellationToken ct)
    {
        var articles = answers.SelectMany(a => a.Articles).ToList();
        var held = (await session.LoadManyAsync<CompanyArticle>(ct, articles.Select(a => a.Id).ToArray())).ToDictionary(
            a => a.Id,
            StringComparer.Ordinal
        );
        var changed = articles.Where(a => !held.TryGetValue(a.Id, out var old) || a with { FetchedAt = old.FetchedAt } != old).ToArray();
        session.Store(changed);
        return new Written(changed.Length, answers.Sum(a => a.Dropped));
    }
}
