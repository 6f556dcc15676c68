using System.Text.Json;
using InvestmentAssistant.Api.Domain.Finnhub;
using InvestmentAssistant.Api.Domain.News;
using InvestmentAssistant.Api.Features.CompanyNews;
using InvestmentAssistant.Api.Features.CompanyNews.Documents;
using InvestmentAssistant.Api.Features.CompanyNews.Ingestion;
using InvestmentAssistant.Api.Platform.Providers;
using InvestmentAssistant.Api.Tests.Fixture;
using InvestmentAssistant.Api.Tests.Platform.Providers;

namespace InvestmentAssistant.Api.Tests.Features.CompanyNews;

/// <summary>Movers from our own closes and from the provider, and what becomes of articles as they are sent.</summary>
public sealed class MoversTests(LocalServices services)
{
    /// <summary>A Wednesday.</summary>
    private static readonly LocalDate s_session = new(2026, 11, 25);

    private static async Task<(MoverBatch? Batch, string Note)> TakeAsync(CompanyNewsHost host, LocalDate session) =>
        await host.Own.TakeAsync(host.Calendar.SessionOn(session)!, host.Clock.GetCurrentInstant(), Ct);

    [Fact]
    public async Task Movers_are_ranked_by_their_change_against_the_session_before_and_by_shares()
    {
        await using var host = await CompanyNewsHost.StartAsync(services, Instant.FromUtc(2026, 11, 25, 21, 20));
        host.Companies.AddRange(Enumerable.Range(20, 30).Select(n => $"C{n:00}"));
        // C00 to C24 fall by 25 to 1 %, C25 stands still, C26 and C27 rise alike, the others by ever more.
        await host.MarketAsync(s_session, i => i == 27 ? 1 : i - 25);

        var batch = (await TakeAsync(host, s_session)).Batch!;

        Assert.Equal(
            (20261125, Instant.FromUtc(2026, 11, 25, 21, 0), "own", true),
            (batch.Id, batch.LastUpdated, batch.Source, batch.IsFinal)
        );
        Assert.Equal([20, 10, 10], MoverCategory.All.Select(c => batch.Movers.Count(m => m.Category == c.Key)));
        var gainers = batch.Movers.Where(m => m.Category == "top_gainers").ToList();
        Assert.Equal(new Mover("C49", "top_gainers", 1, "Company C49", 124m, 24m, 24m, 1_049), gainers[0]);
        Assert.Equal(Enumerable.Range(1, 20), gainers.Select(g => g.Rank));
        Assert.Equal(gainers.OrderByDescending(g => g.ChangePercent), gainers);
        var losers = batch.Movers.Where(m => m.Category == "top_losers").Select(m => (m.Symbol, m.ChangePercent)).ToList();
        Assert.Equal(("C00", -25m), losers[0]);
        Assert.All(losers, l => Assert.True(l.ChangePercent < 0));
        Assert.Equal(["C49", "C48", "C47"], batch.Movers.Where(m => m.Category == "most_actively_traded").Take(3).Select(m => m.Symbol));
    }

    [Fact]
    public async Task A_split_of_that_morning_is_no_fall()
    {
        await using var host = await CompanyNewsHost.StartAsync(services, Instant.FromUtc(2026, 11, 25, 21, 20));
        host.Companies.Add("SPLIT");
        await host.MarketAsync(s_session, i => i == 20 ? -74 : 0.5m);
        // 100 became four shares of 25: 26 is a gain of 4 %.
        Assert.Equal(
            ("SPLIT", 26m, 1m, 4m),
            (await TakeAsync(host, s_session))
                .Batch!.Movers.Select(m => (m.Symbol, m.Price!.Value, m.ChangeAmount!.Value, m.ChangePercent!.Value))
                .First()
        );
    }

    [Fact]
    public async Task Ties_go_by_symbol_and_a_symbol_without_a_change_is_no_mover()
    {
        await using var host = await CompanyNewsHost.StartAsync(services, Instant.FromUtc(2026, 11, 24, 21, 20));
        await host.MarketAsync(new LocalDate(2026, 11, 24), i => i < 3 ? 2 : 0);
        var batch = (await TakeAsync(host, new LocalDate(2026, 11, 24))).Batch!;
        Assert.Equal(["C00", "C01", "C02"], batch.Movers.Where(m => m.Category == "top_gainers").Select(m => m.Symbol));
        Assert.DoesNotContain(batch.Movers, m => m.Category == "top_losers");
    }

    [Fact]
    public async Task Too_few_closes_make_no_batch_and_some_hours_later_the_most_make_one()
    {
        await using var host = await CompanyNewsHost.StartAsync(services, Instant.FromUtc(2026, 11, 25, 21, 20));
        await host.MarketAsync(s_session, i => i + 1);
        host.Companies.AddRange(Enumerable.Range(20, 3).Select(n => $"C{n:00}")); // 20 of 23 is less than nine tenths

        var (none, note) = await TakeAsync(host, s_session);
        Assert.Null(none);
        Assert.StartsWith("20 of 23 ", note, StringComparison.Ordinal);

        host.Clock.Reset(Instant.FromUtc(2026, 11, 26, 0, 0));
        Assert.True((await TakeAsync(host, s_session)).Batch!.IsFinal);

        host.Clock.Reset(Instant.FromUtc(2026, 11, 25, 21, 20));
        host.Companies.RemoveRange(22, 1); // 20 of 22 will do, and is made again when the others are in
        Assert.False((await TakeAsync(host, s_session)).Batch!.IsFinal);
    }

    [Fact]
    public async Task A_company_without_a_close_before_is_ranked_by_shares_alone()
    {
        await using var host = await CompanyNewsHost.StartAsync(services, Instant.FromUtc(2026, 11, 25, 21, 20));
        await host.MarketAsync(s_session, i => i + 1);
        host.Companies.Add("NEW");
        await host.BarsAsync(s_session, [("NEW", 50m, 9_999m)]);
        var batch = (await TakeAsync(host, s_session)).Batch!;
        Assert.Equal(
            new Mover("NEW", "most_actively_traded", 1, "Company NEW", 50m, null, null, 9_999),
            batch.Movers.Single(m => m.Symbol == "NEW")
        );
    }

    private static (MoverBatch Batch, int Dropped) Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return ProviderMovers.Read(document.RootElement, new MarketCalendar());
    }

    [Fact]
    public void The_providers_movers_are_read_as_captured()
    {
        var (batch, dropped) = Read(Samples.Text("AlphaVantage", "top-gainers-losers.json"));
        Assert.Equal(
            (20231108, Instant.FromUtc(2023, 11, 8, 21, 15, 58), "alphavantage", true, 0),
            (batch.Id, batch.LastUpdated, batch.Source, batch.IsFinal, dropped)
        );
        Assert.Equal(9, batch.Movers.Count);
        Assert.Equal(new Mover("ODVWW", "top_gainers", 1, null, 0.0999m, 0.0893m, 842.4528m, 24_506), batch.Movers[0]);
        Assert.Equal(new Mover("HNRA+", "top_gainers", 2, null, 0.0587m, 0.0282m, 92.459m, 2_900), batch.Movers[1]);
        Assert.Equal(
            ("TSLA", -0.0315m, 2),
            batch
                .Movers.Where(m => m.Category == "most_actively_traded")
                .Select(m => (m.Symbol, m.ChangePercent!.Value, m.Rank))
                .ElementAt(1)
        );
    }

    [Fact]
    public void Bad_rows_of_the_provider_are_counted_and_each_list_has_its_places()
    {
        var rows = string.Join(
            ',',
            Enumerable
                .Range(0, 25)
                .Select(n =>
                    $$"""{"ticker":"T{{(char)('A' + n)}}","price":"{{n + 1}}","change_amount":"1","change_percentage":"1%","volume":"9"}"""
                )
        );
        var (batch, dropped) = Read(
            $$"""
            {"last_updated":"2024-07-03 13:15:00 US/Eastern","top_gainers":[{{rows}}],"top_losers":[{"ticker":"BRK-B","price":"400","change_percentage":"-"},{"price":"1"},null],
             "most_actively_traded":[{{rows}}]}
            """
        );
        Assert.Equal(
            (20, 1, 10, 2),
            (
                batch.Movers.Count(m => m.Category == "top_gainers"),
                batch.Movers.Count(m => m.Category == "top_losers"),
                batch.Movers.Count(m => m.Category == "most_actively_traded"),
                dropped
            )
        );
        Assert.Equal(
            ("BRK.B", null, null, null),
            batch.Movers.Where(m => m.Category == "top_losers").Select(m => (m.Symbol, m.ChangeAmount, m.ChangePercent, m.Volume)).Single()
        );
        Assert.Equal(20240703, batch.Id);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"last_updated":"soon","top_gainers":[],"top_losers":[],"most_actively_traded":[]}""")]
    [InlineData("""{"last_updated":"2023-11-08 16:15:58 Mars/Olympus","top_gainers":[],"top_losers":[],"most_actively_traded":[]}""")]
    [InlineData("""{"last_updated":"2023-11-08 16:15:58 US/Eastern","top_gainers":[],"top_losers":[]}""")]
    public void Movers_without_a_time_or_a_list_are_a_bad_reply(string json) =>
        Assert.Equal(ProviderFailure.BadReply, Assert.Throws<ProviderException>(() => Read(json)).Kind);

    [Fact]
    public void An_article_is_mapped_as_it_was_captured()
    {
        var sent = JsonSerializer.Deserialize<FinnhubArticle[]>(Samples.Text("Finnhub", "company-news.json"), ProviderRows.Json)!;
        var now = Instant.FromUtc(2019, 9, 27, 12, 0);
        var article = CompanyArticles.Map(sent[0], "AAPL", now)!;
        Assert.Equal(ArticleKey.Of("AAPL", ArticleUrl.Key(sent[0].Url!)), article.Id);
        Assert.Equal(
            ("AAPL", "The Economic Times India", Instant.FromUnixTimeSeconds(1569550360), now),
            (article.Symbol, article.Source, article.PublishedAt, article.FetchedAt)
        );
        Assert.StartsWith("NEW DELHI", article.Description, StringComparison.Ordinal);
        Assert.NotEqual(article.Id, CompanyArticles.Map(sent[0], "MSFT", now)!.Id); // one article on two companies is two
    }

    [Theory]
    [InlineData(null, "https://a.example/1", 1569550360L)]
    [InlineData("[Removed]", "https://a.example/1", 1569550360L)]
    [InlineData("t", null, 1569550360L)]
    [InlineData("t", "mailto:a@b.example", 1569550360L)]
    [InlineData("t", "https://a.example/1", 0L)]
    [InlineData("t", "https://a.example/1", 99999999999999L)]
    [InlineData("t", "https://a.example/1", 1900000000L)]
    public void An_article_that_cannot_be_shown_is_none(string? headline, string? url, long seconds) =>
        Assert.Null(
            CompanyArticles.Map(
                new FinnhubArticle
                {
                    Headline = headline,
                    Url = url,
                    Datetime = seconds,
                },
                "A",
                Instant.FromUtc(2019, 9, 27, 12, 0)
            )
        );
}
