using System.Text.Json;
using InvestmentAssistant.Api.Features.Sns.Documents;
using InvestmentAssistant.Api.Features.Sns.Ingestion;
using InvestmentAssistant.Api.Tests.Fixture;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using NodaTime.Text;

namespace InvestmentAssistant.Api.Tests.Features.Sns;

/// <summary>
/// The routes of social posts, over the simulated networks' posts and some that a test writes. One test runs at a time, since all write
/// beside each other's reads.
/// </summary>
[Collection(nameof(SnsRoutesTestBase))]
public abstract class SnsRoutesTestBase(ApiHost api) : IClassFixture<ApiHost>, IAsyncLifetime
{
    protected ApiHost Api { get; } = api;

    /// <summary>
    /// Networks fill side by side in the first seconds; analyses follow when the lists of the boards are there, at the next minute.
    /// </summary>
    protected static readonly TimeSpan Fill = TimeSpan.FromSeconds(150);

    protected IDocumentStore Documents => Api.Host.Services.GetRequiredService<IDocumentStore>();

    public async ValueTask InitializeAsync() =>
        await Wait.Until(
            async () =>
                (await Routes.Ok("/api/v1/sns/posts?limit=1"))
                    .GetProperty("platform_counts")
                    .EnumerateObject()
                    .All(c => c.Value.GetInt32() > 0),
            Fill
        );

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    protected RouteClient Routes { get; } = new(api);

    protected static string Id(JsonElement row) => $"{row.GetProperty("platform").GetString()}/{row.GetProperty("id").GetString()}";

    protected static Instant Time(JsonElement row, string name = "created_at") =>
        InstantPattern.ExtendedIso.Parse(row.GetProperty(name).GetString()!).Value;

    protected Task<int> WriteAsync(params SocialPost[] posts) =>
        new PostStore(Documents, SystemClock.Instance).WriteAsync(posts[0].Source, posts, null, Ct);

    protected static SocialPost Post(string source, string id, string author, Instant at, string text = "", params SocialMedia[] media) =>
        new()
        {
            Id = SocialPost.IdOf(source, id),
            Source = source,
            PostId = id,
            LatestId = id,
            Author = author,
            Text = text,
            CreatedAt = at,
            Media = media,
            IsListed = true,
        };

    protected static readonly string[] PostFields =
    [
        "id",
        "platform",
        "content",
        "clean_content",
        "author",
        "display_name",
        "created_at",
        "likes",
        "retweets",
        "replies",
        "engagement_score",
        "has_media",
        "media_thumbnail",
        "media_type",
        "url",
        "language",
        "verified",
        "is_repost",
        "reposted_by",
        "repost_of",
        "quote",
        "is_truncated",
    ];
}
