using System.Text.Json;
using InvestmentAssistant.Api.Features.MarketNews.Documents;
using InvestmentAssistant.Api.Tests.Fixture;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using NodaTime.Text;
using static InvestmentAssistant.Api.Tests.Fixture.WireJson;

namespace InvestmentAssistant.Api.Tests.Features.MarketNews;

/// <summary>
/// All routes of the feature over the simulated press, and over articles of a publisher that only these tests have. One test runs at a
/// time, since each writes these articles.
/// </summary>
[Collection(nameof(MarketNewsRoutesTestBase))]
public abstract class MarketNewsRoutesTestBase(ApiHost api) : IClassFixture<ApiHost>, IAsyncLifetime
{
    protected ApiHost Api { get; } = api;

    protected const string Gazette = "Probe Gazette";
    protected const string Only = "sources=Probe%20Gazette";

    protected static readonly string[] Fields =
    [
        "source",
        "author",
        "title",
        "description",
        "url",
        "url_to_image",
        "published_at",
        "content",
        "fetched_at",
        "short_description",
        "content_preview",
        "match",
    ];

    /// <summary>Before anything that the simulated press has.</summary>
    private static readonly Instant First = Instant.FromUtc(2020, 5, 4, 0, 0);

    /// <summary>30 articles, one every six hours from 4 May 2020 on.</summary>
    public async ValueTask InitializeAsync()
    {
        await Api.FillAsync("market-news", "market-news-history");
        var store = Api.Host.Services.GetRequiredService<IDocumentStore>();
        await using var session = store.LightweightSession();
        session.Store(Enumerable.Range(0, 30).Select(Article).ToArray());
        await session.SaveChangesAsync(Ct);
        await Wait.Until(async () => (await Routes.Ok("market-news?skip=0&limit=20")).GetArrayLength() == 20, TimeSpan.FromSeconds(100));
        // The list of publishers is kept for some seconds; another class may have asked for it before these articles were written.
        await Wait.Until(
            async () => Items(await Routes.Ok("market-news/sources"), "sources").Any(s => Text(s, "source") == Gazette),
            TimeSpan.FromSeconds(60)
        );
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static MarketArticle Article(int n) =>
        new()
        {
            Id = MarketArticle.IdOf(Gazette, Address(n)),
            Source = Gazette,
            Author = n == 0 ? null : "A. Writer",
            Title = $"Probe number {n} about quokkas",
            Description = new string('d', 150),
            Content = n % 2 == 0 ? "Even quokkas rest" : "Odd quokkas jump",
            Url = Address(n),
            UrlToImage = "https://gazette.example/p.jpg",
            PublishedAt = First + Duration.FromHours(6 * n),
            FetchedAt = First,
        };

    protected static string Address(int n) => $"https://www.probe-gazette.example/{n}";

    protected RouteClient Routes { get; } = new(api, "/api/v1/");

    protected static string? Text(JsonElement row, string name) => row.GetProperty(name).GetString();

    protected static int Number(JsonElement row) => int.Parse(Text(row, "url")!.Split('/')[^1]);

    protected static Instant At(JsonElement row) => InstantPattern.ExtendedIso.Parse(Text(row, "published_at")!).Value;
}
