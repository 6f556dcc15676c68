using InvestmentAssistant.Api.Domain.News;
using InvestmentAssistant.Api.Features.NewsSentiment;
using InvestmentAssistant.Api.Features.NewsSentiment.Documents;
using InvestmentAssistant.Api.Features.NewsSentiment.Ingestion;
using InvestmentAssistant.Api.Platform.Persistence;
using InvestmentAssistant.Api.Tests.Fixture;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using NodaTime.Testing;
using Npgsql;

namespace InvestmentAssistant.Api.Tests.Features.NewsSentiment;

/// <summary>The feature's store over a database of its own and a clock that stands.</summary>
internal sealed class SentimentHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private SentimentHost(ServiceProvider services, FakeClock clock) => (_services, Clock) = (services, clock);

    public FakeClock Clock { get; }

    public IDocumentStore Documents => _services.GetRequiredService<IDocumentStore>();

    public NpgsqlDataSource Database => _services.GetRequiredService<NpgsqlDataSource>();

    public SentimentStore Store => new(Documents);

    public static async Task<SentimentHost> StartAsync(LocalServices local, Instant now)
    {
        var clock = new FakeClock(now);
        return new SentimentHost(
            await local.NewServicesAsync(
                (collection, configuration) =>
                    collection
                        .AddPersistence(configuration, [new NewsSentimentFeature()])
                        .AddSingleton<ISchemaPart, Mentions>()
                        .AddSingleton<IClock>(clock)
            ),
            clock
        );
    }

    /// <summary>An article with a path for an address.</summary>
    public static SentimentArticle Article(
        string path,
        Instant at,
        decimal? score,
        int batch = 20260831,
        string[]? topics = null,
        params (string Ticker, decimal Relevance, decimal Score)[] tickers
    ) =>
        new()
        {
            Id = ArticleKey.Of(ArticleUrl.Key($"https://news.example/{path}")),
            Url = $"https://news.example/{path}",
            Title = path,
            Summary = $"About {path}.",
            PublishedAt = at,
            Score = score,
            Label = score switch
            {
                null => null,
                <= -0.35m => "Bearish",
                <= -0.15m => "Somewhat-Bearish",
                < 0.15m => "Neutral",
                < 0.35m => "Somewhat-Bullish",
                _ => "Bullish",
            },
            Topics = [.. (topics ?? []).Select(t => new TopicMention(t, 0.5m))],
            Tickers = [.. tickers.Select(t => new TickerMention(t.Ticker, t.Relevance, t.Score, "Neutral"))],
            BatchId = batch,
            QueryType = "topic",
            QueryParams = "topics=technology",
            CreatedAt = at,
            FetchedAt = at,
        };

    public Task<int> WriteAsync(int batch, params SentimentArticle[] articles) =>
        Store.WriteAsync(batch, articles, Clock.GetCurrentInstant(), asked: null, TestContext.Current.CancellationToken);

    /// <summary>All that is stored, in a form that two runs can be compared by.</summary>
    public async Task<string> EndStateAsync()
    {
        await using var session = Documents.QuerySession();
        var articles = (await session.Query<SentimentArticle>().ToListAsync(TestContext.Current.CancellationToken))
            .OrderBy(a => a.Url, StringComparer.Ordinal)
            .Select(a => $"{a.Url} {a.Score} {a.BatchId} {string.Join(' ', a.Topics)} {string.Join(' ', a.Tickers)}");
        await using var command = Database.CreateCommand(
            "select coalesce(string_agg(concat_ws(' ', kind, name, article, published_at, batch_id, score, relevance, label), "
                + $"E'\\n' order by kind, name, article), '') from {Mentions.Table}"
        );
        var mentions = (string)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
        return string.Join('\n', articles) + "\n" + mentions;
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
