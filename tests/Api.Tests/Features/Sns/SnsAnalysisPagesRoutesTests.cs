using System.Net;
using System.Text.Json;
using InvestmentAssistant.Api.Features.Sns;
using InvestmentAssistant.Api.Features.Sns.Analysis;
using InvestmentAssistant.Api.Features.Sns.Documents;
using InvestmentAssistant.Api.Tests.Fixture;
using static InvestmentAssistant.Api.Tests.Fixture.WireJson;

namespace InvestmentAssistant.Api.Tests.Features.Sns;

/// <summary>Pages of analyses.</summary>
public sealed class SnsAnalysisPagesRoutesTests(ApiHost api) : SnsRoutesTestBase(api)
{
    [Fact]
    public async Task Pages_of_analyses_follow_each_other_and_a_deleted_post_is_marked()
    {
        var at = Instant.FromUtc(2025, 3, 4, 12, 0);
        var asset = new AffectedAsset("BTC", "Bitcoin", "crypto", AssetMatcher.Cashtag, "$BTC", 1, 1, "KRW-BTC", "crypto");
        var done = new PricePoint(FigureStatus.Done, at, at, 90_000_000, at, PriceFinder.LastTrade, 1);
        var impact = new AssetImpact(
            "BTC",
            done,
            [
                new Horizon("1h", done with { Price = 90_900_000 }, 1.00m),
                new Horizon("12h", new PricePoint(FigureStatus.NoData, at, at, Reason: "price_gap"), null),
                new Horizon("24h", new PricePoint(FigureStatus.Pending, at, at), null),
            ],
            new VolumeChange(FigureStatus.Done, at, 10, 15, 50.00m, at, at, 1)
        );
        await using (var session = Documents.LightweightSession())
        {
            for (var i = 0; i < 5; i++)
            {
                session.Store(
                    new PostAnalysis
                    {
                        Id = $"truth_social_posts/95{i:00}",
                        PostSource = SocialSource.TruthPosts,
                        PostId = $"95{i:00}",
                        PostedAt = at,
                        Author = "gone_test",
                        Fingerprint = "x",
                        Status = AnalysisStatus.Partial,
                        Assets = [asset],
                        Impacts = [impact],
                        Sentiment = new PostSentiment("neutral", 0, "lexicon-1"),
                        CreatedAt = at,
                        UpdatedAt = at,
                    }
                );
            }
            await session.SaveChangesAsync(Ct);
        }
        var json = await Routes.Ok("/api/v1/sns/analysis/posts/truthsocial/9503");
        Assert.Equal(
            (JsonValueKind.Null, false),
            (
                json.GetProperty("original_post").GetProperty("content").ValueKind,
                json.GetProperty("original_post").GetProperty("original_available").GetBoolean()
            )
        );
        Assert.Equal(
            (JsonValueKind.Null, JsonValueKind.Null),
            (json.GetProperty("engagement").ValueKind, json.GetProperty("media").ValueKind)
        );
        var price = json.GetProperty("analysis").GetProperty("price_analysis").GetProperty("BTC");
        Assert.Equal(
            """{"base_price":90000000,"base_time":"2025-03-04T12:00:00Z","base_status":"done","base_basis":"last_trade","base_reason":null,"currency":"KRW","1h_change":1.00,"12h_change":null,"24h_change":null,"next_day_change":null""",
            price.GetRawText().Split(",\"horizons\"")[0]
        );
        Assert.Equal(
            ["done", "no_data", "pending"],
            price.GetProperty("horizons").EnumerateObject().Select(h => h.Value.GetProperty("status").GetString())
        );
        Assert.Equal(
            (10m, 15m, 50m),
            (
                json.GetProperty("analysis")
                    .GetProperty("volume_analysis")
                    .GetProperty("BTC")
                    .GetProperty("total_volume_before_1h")
                    .GetDecimal(),
                json.GetProperty("analysis")
                    .GetProperty("volume_analysis")
                    .GetProperty("BTC")
                    .GetProperty("total_volume_after_1h")
                    .GetDecimal(),
                json.GetProperty("analysis")
                    .GetProperty("volume_analysis")
                    .GetProperty("BTC")
                    .GetProperty("volume_change_pct_1h")
                    .GetDecimal()
            )
        );

        Assert.Equal(HttpStatusCode.NotFound, (await Routes.Get("/api/v1/sns/analysis/posts/x/9503")).Status);
        // The oldest of all, all at one moment: the id decides, and pages have neither gap nor repeat.
        string[] Ids(IEnumerable<JsonElement> rows) => [.. rows.Select(r => r.GetProperty("analysis").GetProperty("post_id").GetString()!)];
        async Task<int> CountAsync()
        {
            for (var skip = 0; ; skip += 100)
            {
                var rows = Items(await Routes.Ok($"/api/v1/sns/analysis/posts?post_source=truth_social_posts&limit=100&skip={skip}"), null);
                if (rows.Count < 100)
                    return skip + rows.Count;
            }
        }
        // The host reads posts and analyses them meanwhile: a newer one moves all pages by a place.
        List<string> lastPages;
        int count;
        do
        {
            (count, lastPages) = (await CountAsync(), []);
            for (var skip = count - 5; skip < count; skip += 2)
                lastPages.AddRange(
                    Ids(Items(await Routes.Ok($"/api/v1/sns/analysis/posts?post_source=truth_social_posts&limit=2&skip={skip}"), null))
                );
        } while (await CountAsync() != count);
        Assert.Equal(["9504", "9503", "9502", "9501", "9500"], lastPages.Take(5));
    }
}
