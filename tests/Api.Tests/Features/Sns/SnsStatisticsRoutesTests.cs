using System.Text.Json;
using InvestmentAssistant.Api.Features.Sns;
using InvestmentAssistant.Api.Tests.Fixture;
using NodaTime.Text;
using static InvestmentAssistant.Api.Tests.Fixture.WireJson;

namespace InvestmentAssistant.Api.Tests.Features.Sns;

/// <summary>Authors and counts of the social posts.</summary>
public sealed class SnsStatisticsRoutesTests(ApiHost api) : SnsRoutesTestBase(api)
{
    [Fact]
    public async Task Authors_stand_once_each_by_their_number_of_posts()
    {
        // The same account under two display names, in two spellings.
        var now = SystemClock.Instance.GetCurrentInstant();
        await WriteAsync(
            Post(SocialSource.X, "9401", "Two_Names", now - Duration.FromDays(2), "a") with
            {
                DisplayName = "Old name",
            },
            Post(SocialSource.X, "9402", "two_names", now - Duration.FromDays(1), "b") with
            {
                DisplayName = "New name",
                Verified = true,
            },
            Post(SocialSource.X, "9403", "long_gone", now - Duration.FromDays(31), "c")
        );
        JsonElement authors = default;
        await Wait.Until(
            async () =>
                Items(authors = await Routes.Ok("/api/v1/sns/authors"), "x").Any(a => a.GetProperty("username").GetString() == "two_names"),
            Fill
        );
        Assert.Equal(SocialSource.All, Names(authors));
        var x = Items(authors, "x");
        Assert.Equal(["username", "display_name", "post_count", "last_post_date", "verified"], Names(x[0]));
        Assert.Equal(
            x.Select(a => a.GetProperty("post_count").GetInt32()).OrderDescending(),
            x.Select(a => a.GetProperty("post_count").GetInt32())
        );
        var two = x.Single(a => a.GetProperty("username").GetString()!.Equals("two_names", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(
            ("New name", 2, true),
            (
                two.GetProperty("display_name").GetString(),
                two.GetProperty("post_count").GetInt32(),
                two.GetProperty("verified").GetBoolean()
            )
        );
        Assert.DoesNotContain(x, a => a.GetProperty("username").GetString() == "long_gone");
        Assert.Contains(x, a => a.GetProperty("username").GetString() == "sim_evwatch" && a.GetProperty("verified").GetBoolean());
        Assert.NotEmpty(Items(authors, "truth_social_posts"));
        Assert.NotEmpty(Items(authors, "truth_social_trends"));
    }

    [Fact]
    public async Task Stats_count_what_lists_show()
    {
        var stats = await Routes.Ok("/api/v1/sns/stats/");
        Assert.Equal(
            ["total_posts", "by_source", "daily", "authors_count", "latest_post_at", "latest_fetch_at", "analysed_posts", "sources"],
            Names(stats)
        );
        Assert.Equal(SocialSource.All, Names(stats.GetProperty("by_source")));
        Assert.Equal(
            stats.GetProperty("total_posts").GetInt32(),
            stats.GetProperty("by_source").EnumerateObject().Sum(s => s.Value.GetInt32())
        );
        var days = Items(stats, "daily");
        Assert.Equal(30, days.Count);
        Assert.Equal(["date", "count"], Names(days[0]));
        var dates = days.Select(d => LocalDatePattern.Iso.Parse(d.GetProperty("date").GetString()!).Value).ToList();
        Assert.Equal(Enumerable.Range(0, 30).Select(dates[0].PlusDays), dates);
        Assert.All(days.Take(29), d => Assert.InRange(d.GetProperty("count").GetInt32(), 5, 500));
        var source = stats.GetProperty("sources").GetProperty("x");
        Assert.Equal(["posts", "authors", "latest_post_at", "latest_fetch_at"], Names(source));
        Assert.InRange(
            Time(stats, "latest_fetch_at"),
            SystemClock.Instance.GetCurrentInstant() - Duration.FromHours(1),
            SystemClock.Instance.GetCurrentInstant()
        );
    }
}
