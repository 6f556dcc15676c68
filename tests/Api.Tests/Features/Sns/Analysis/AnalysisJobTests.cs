using InvestmentAssistant.Api.Features.Sns;
using InvestmentAssistant.Api.Features.Sns.Analysis;
using InvestmentAssistant.Api.Features.Sns.Documents;
using InvestmentAssistant.Api.Tests.Fixture;

namespace InvestmentAssistant.Api.Tests.Features.Sns.Analysis;

/// <summary>Runs of the job: when each figure is made, and which posts are read again.</summary>
public sealed class AnalysisJobTests(LocalServices services) : AnalysisJobTestBase(services)
{
    [Fact]
    public async Task Each_figure_is_made_when_it_falls_due()
    {
        await MinutesAsync("KRW-BTC", At(14, 0), 65, 100);
        var id = await PostAsync(At(15, 0), "비트코인 급등! 🚀");
        await RunAsync();
        var pending = (await FindAsync(id))!;
        Assert.Equal(
            (AnalysisStatus.Pending, "positive", "BTC"),
            (pending.Status, pending.Sentiment.Label, pending.Assets.Single().Symbol)
        );
        Assert.Equal((100m, At(15, 0)), (pending.Impacts[0].Base.Price, pending.Impacts[0].Base.PriceAt));
        Assert.Equal(At(16, 2), pending.NextLookAt);

        await MinutesAsync("KRW-BTC", At(15, 5), 55, 104);
        Clock.Reset(At(16, 1));
        Assert.Equal(0, (await RunAsync()).Rows); // not due yet
        Clock.Reset(At(16, 3));
        Assert.Equal(1, (await RunAsync()).Rows);
        var partial = (await FindAsync(id))!;
        Assert.Equal(AnalysisStatus.Partial, partial.Status);
        Assert.Equal((FigureStatus.Done, 4.00m), (partial.Impacts[0].Horizons[0].Point.Status, partial.Impacts[0].Horizons[0].Change));
        Assert.Equal(FigureStatus.Pending, partial.Impacts[0].Horizons[1].Point.Status);
        Assert.Equal(
            (120m, 120m, 0m),
            (partial.Impacts[0].Volume.Before, partial.Impacts[0].Volume.After, partial.Impacts[0].Volume.ChangePercent)
        );

        await MinutesAsync("KRW-BTC", At(15, 0) + Duration.FromMinutes(719), 1, 90);
        await MinutesAsync("KRW-BTC", At(15, 0) + Duration.FromMinutes(1439), 1, 125);
        Clock.Reset(At(15, 0) + Duration.FromHours(25));
        await RunAsync();
        var complete = (await FindAsync(id))!;
        Assert.Equal(AnalysisStatus.Complete, complete.Status);
        Assert.Equal([4.00m, -10.00m, 25.00m], complete.Impacts[0].Horizons.Select(h => h.Change));
        Assert.Null(complete.NextLookAt);
        Assert.Equal(pending.CreatedAt, complete.CreatedAt);
    }

    [Fact]
    public async Task Running_twice_and_after_a_kill_ends_the_same()
    {
        await MinutesAsync("TSLA", At(14, 30), 30, 100);
        await MinutesAsync("AAPL", At(14, 30), 30, 200);
        for (var i = 0; i < 20; i++)
            await PostAsync(
                At(14, 40) + Duration.FromMinutes(i),
                i % 3 == 0 ? "$TSLA and Apple"
                    : i % 3 == 1 ? "Tesla is great"
                    : "Good morning"
            );
        await RunAsync();
        var once = await AllAsync();
        Assert.Equal((20, 14, 6), (once.Count, once.Count(a => a.Assets.Count > 0), once.Count(a => a.Status == AnalysisStatus.NoAssets)));
        Assert.Equal(0, (await RunAsync()).Rows);

        // As a process leaves it that was killed when all texts were read and half of the prices were looked at.
        await using (var session = Documents.LightweightSession())
        {
            foreach (var analysis in once.Where(a => a.Assets.Count > 0).Take(7))
                session.Store(analysis with { Impacts = [], Status = AnalysisStatus.Pending, NextLookAt = Clock.GetCurrentInstant() });
            session.Delete(once[^1]);
            await session.SaveChangesAsync(Ct);
        }
        await RunAsync();
        Assert.Equal(
            System.Text.Json.JsonSerializer.Serialize(once.Select(Plain)),
            System.Text.Json.JsonSerializer.Serialize((await AllAsync()).Select(Plain))
        );
    }

    private static object Plain(PostAnalysis a) =>
        new
        {
            a.Id,
            a.Status,
            a.Fingerprint,
            Next = a.NextLookAt.ToString(),
            a.Sentiment,
            a.Assets,
            Impacts = a.Impacts.Select(i => new
            {
                i.Symbol,
                i.Base.Price,
                At = i.Base.PriceAt.ToString(),
                Horizons = i.Horizons.Select(h => new
                {
                    h.Name,
                    h.Point.Status,
                    Due = h.Point.DueAt.ToString(),
                    h.Change,
                }),
            }),
        };

    [Fact]
    public async Task An_edited_text_is_read_again_and_known_prices_stay()
    {
        await MinutesAsync("TSLA", At(14, 30), 30, 100);
        var id = await PostAsync(At(14, 50), "Tesla is great", id: "77");
        await RunAsync();
        var first = (await FindAsync(id))!;
        Assert.Equal(("positive", 100m), (first.Sentiment.Label, first.Impacts.Single().Base.Price));

        await PostAsync(At(14, 50), "Tesla and $AAPL are terrible", id: "77");
        await RunAsync();
        var second = (await FindAsync(id))!;
        Assert.Equal(("negative", "AAPL TSLA"), (second.Sentiment.Label, string.Join(' ', second.Assets.Select(a => a.Symbol))));
        Assert.Equal(first.Impacts[0].Base, second.Impacts.Single(i => i.Symbol == "TSLA").Base);
        Assert.Single(await AllAsync());
    }

    [Fact]
    public async Task A_post_of_both_Truth_Social_sources_is_analysed_once()
    {
        await PostAsync(At(14, 50), "Tesla", SocialSource.TruthTrends, "5");
        await PostAsync(At(14, 50), "Tesla", SocialSource.TruthPosts, "5");
        await PostAsync(At(14, 50), "Tesla", SocialSource.X, "5"); // another network's number
        await RunAsync();
        await RunAsync();
        Assert.Equal(2, (await AllAsync()).Count);
        await PostAsync(At(14, 50), "Tesla", SocialSource.TruthTrends, "5");
        Assert.Equal(0, (await RunAsync()).Rows);
    }

    [Fact]
    public async Task A_board_that_comes_later_lets_posts_be_read_again()
    {
        Coins.IsEmpty = Stocks.IsEmpty = true;
        Assert.False((await RunAsync()).Complete);
        Stocks.IsEmpty = false;
        var id = await PostAsync(At(14, 50), "Tesla and Bitcoin");
        await RunAsync();
        Assert.Equal("TSLA", (await FindAsync(id))!.Assets.Single().Symbol);
        Coins.IsEmpty = false;
        await RunAsync();
        Assert.Equal(["TSLA", "BTC"], (await FindAsync(id))!.Assets.Select(a => a.Symbol));
    }
}
