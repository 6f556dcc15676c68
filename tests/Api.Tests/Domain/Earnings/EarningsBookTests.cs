using InvestmentAssistant.Api.Domain.Earnings;
using InvestmentAssistant.Api.Tests.Fixture;

namespace InvestmentAssistant.Api.Tests.Domain.Earnings;

/// <summary>Two providers, an index and news write the same events, and each event keeps its number.</summary>
public sealed class EarningsBookTests(LocalServices services) : IAsyncLifetime
{
    // Friday, noon in New York.
    private static readonly Instant Now = Instant.FromUtc(2026, 10, 16, 16, 0);
    private static readonly LocalDate Quarter = new(2026, 9, 30);

    private EarningsStore _store = null!;

    public async ValueTask InitializeAsync() => _store = await EarningsStore.CreateAsync(services, Now);

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    private static EarningsNotice Announced(string symbol, LocalDate date, decimal? estimate = 1.5m) =>
        new(symbol, date, symbol + " INC", Quarter, estimate, Currency: "USD", Time: ReportTime.AfterClose);

    private static EarningsNotice Announced(string symbol, int month, int day) => Announced(symbol, new LocalDate(2026, month, day));

    [Fact]
    public async Task A_calendar_read_twice_is_held_once_and_keeps_its_numbers()
    {
        EarningsNotice[] calendar = [Announced("AAPL", 10, 29), Announced("JPM", 10, 20), Announced("TINY", 10, 22)];
        Assert.Equal(new EarningsWriting(3), await _store.Book.AnnounceAsync(calendar, Ct));
        var first = await _store.HeldAsync();
        _store.Clock.AdvanceDays(1);
        Assert.Equal(new EarningsWriting(0), await _store.Book.AnnounceAsync(calendar, Ct));
        var second = await _store.HeldAsync();
        Assert.Equal(first.Select(e => e with { FetchedAt = _store.Clock.GetCurrentInstant() }), second);
        Assert.Equal(3, second.Select(e => e.Id).Distinct().Count());
        Assert.All(second, e => Assert.Equal(Now, e.UpdatedAt));
    }

    [Fact]
    public async Task A_date_that_moves_moves_the_event_and_is_remembered()
    {
        await _store.Book.AnnounceAsync([Announced("AAPL", 10, 29)], Ct);
        var id = Assert.Single(await _store.HeldAsync()).Id;
        await _store.Book.AnnounceAsync([Announced("AAPL", 11, 5)], Ct);
        await _store.Book.AnnounceAsync([Announced("AAPL", 11, 4)], Ct);
        var held = Assert.Single(await _store.HeldAsync());
        Assert.Equal((id, new LocalDate(2026, 11, 4), new LocalDate(2026, 11, 5)), (held.Id, held.ReportDate, held.PreviousDate));
    }

    [Fact]
    public async Task The_next_quarter_is_another_event()
    {
        await _store.Book.AnnounceAsync(
            [
                Announced("AAPL", 10, 29),
                Announced("AAPL", new LocalDate(2027, 1, 28)) with
                {
                    FiscalDateEnding = new LocalDate(2026, 12, 31),
                },
            ],
            Ct
        );
        Assert.Equal([new LocalDate(2026, 10, 29), new LocalDate(2027, 1, 28)], (await _store.HeldAsync()).Select(e => e.ReportDate));
    }

    [Fact]
    public async Task A_report_named_twice_in_one_calendar_is_held_once_and_counted()
    {
        var writing = await _store.Book.AnnounceAsync(
            [Announced("AAPL", 10, 29), Announced("AAPL", 10, 29), Announced("AAPL", 10, 30)],
            Ct
        );
        Assert.Equal((1, 2), (writing.Changed, writing.Doubled));
        Assert.Equal(new LocalDate(2026, 10, 29), Assert.Single(await _store.HeldAsync()).ReportDate);
    }

    [Fact]
    public async Task What_is_no_longer_announced_is_taken_off_and_comes_back_under_its_number()
    {
        EarningsNotice[] all = [Announced("AAPL", 10, 29), Announced("JPM", 10, 20), Announced("TINY", 10, 22), Announced("MINI", 11, 2)];
        await _store.Book.AnnounceAsync(all, Ct);
        var id = (await _store.HeldAsync()).Single(e => e.Symbol == "TINY").Id;
        Assert.Equal(new EarningsWriting(1, Removed: 1), await _store.Book.AnnounceAsync([.. all.Where(n => n.Symbol != "TINY")], Ct));
        Assert.Equal(["TINY"], (await _store.HeldAsync()).Where(e => !e.IsListed).Select(e => e.Symbol));
        await _store.Book.AnnounceAsync(all, Ct);
        Assert.Equal(
            (id, true),
            ((await _store.HeldAsync()).Single(e => e.Symbol == "TINY").Id, (await _store.HeldAsync()).All(e => e.IsListed))
        );
    }

    [Fact]
    public async Task A_calendar_that_lacks_most_of_what_was_announced_takes_nothing_off()
    {
        EarningsNotice[] all = [Announced("AAPL", 10, 29), Announced("JPM", 10, 20), Announced("TINY", 10, 22), Announced("MINI", 11, 2)];
        await _store.Book.AnnounceAsync(all, Ct);
        var writing = await _store.Book.AnnounceAsync([all[3]], Ct);
        Assert.Equal((0, 0), (writing.Changed, writing.Removed));
        Assert.Contains("3 of 4", writing.Note, StringComparison.Ordinal);
        Assert.All(await _store.HeldAsync(), e => Assert.True(e.IsListed));
    }

    [Fact]
    public async Task What_lies_behind_the_end_of_a_calendar_or_has_been_is_not_its_matter()
    {
        await _store.Book.AnnounceAsync([Announced("AAPL", 10, 16), Announced("JPM", 10, 20), Announced("TINY", 12, 22)], Ct);
        Assert.Equal(new EarningsWriting(0), await _store.Book.AnnounceAsync([Announced("JPM", 10, 20)], Ct));
        Assert.All(await _store.HeldAsync(), e => Assert.True(e.IsListed));
    }

    [Fact]
    public async Task A_result_is_the_announced_reports_though_its_date_differs()
    {
        await _store.Book.AnnounceAsync([Announced("AAPL", 10, 29)], Ct);
        var id = Assert.Single(await _store.HeldAsync()).Id;
        _store.Clock.Reset(Instant.FromUtc(2026, 10, 31, 2, 0));
        await _store.Book.ReportAsync([new("AAPL", new LocalDate(2026, 10, 30), Estimate: 1.6m, Actual: 1.84m)], Ct);
        var held = Assert.Single(await _store.HeldAsync());
        Assert.Equal((id, new LocalDate(2026, 10, 30), new LocalDate(2026, 10, 29)), (held.Id, held.ReportDate, held.PreviousDate));
        Assert.Equal((1.6m, 1.84m, 15.00m), (held.Estimate, held.Actual, held.SurprisePercent));
        Assert.Equal((Quarter, ReportTime.AfterClose, "USD"), (held.FiscalDateEnding, held.Time, held.Currency));

        // A calendar that still has the old date, and another estimate, changes nothing of it.
        await _store.Book.AnnounceAsync([Announced("AAPL", new LocalDate(2026, 10, 29), 1.4m)], Ct);
        Assert.Equal(held, Assert.Single(await _store.HeldAsync()));
    }

    [Fact]
    public async Task Results_without_an_announcement_are_added_on_their_day()
    {
        await _store.Book.ReportAsync(
            [
                new("JPM", new LocalDate(2026, 10, 13), Estimate: 4.5m, Actual: 4.4m),
                new("AAPL", new LocalDate(2026, 10, 29), Estimate: 1.5m),
            ],
            Ct
        );
        var held = Assert.Single(await _store.HeldAsync());
        Assert.Equal(("JPM", "JPMorgan Chase", "USD", -2.22m), (held.Symbol, held.CompanyName, held.Currency, held.SurprisePercent));
    }

    [Fact]
    public async Task A_coming_result_fills_gaps_and_moves_nothing()
    {
        await _store.Book.AnnounceAsync([Announced("AAPL", 10, 29) with { Estimate = null, Time = null }], Ct);
        await _store.Book.ReportAsync([new("AAPL", new LocalDate(2026, 10, 28), Estimate: 1.55m, Time: ReportTime.BeforeOpen)], Ct);
        var held = Assert.Single(await _store.HeldAsync());
        Assert.Equal(
            (new LocalDate(2026, 10, 29), null, 1.55m, ReportTime.BeforeOpen),
            (held.ReportDate, held.PreviousDate, held.Estimate, held.Time)
        );
    }

    [Theory]
    [InlineData("1.5", "1.5", "0.00")]
    [InlineData("-0.4", "-0.3", "25.00")]
    [InlineData("-0.4", "-0.5", "-25.00")]
    [InlineData("0", "0.5", null)]
    [InlineData(null, "0.5", null)]
    [InlineData("0.3", null, null)]
    public void A_surprise_is_measured_by_the_size_of_the_expectation(string? estimate, string? actual, string? percent)
    {
        var e = Announced("AAPL", 10, 29).AsEventWith(Parse(estimate), Parse(actual));
        Assert.Equal(Parse(percent), e.SurprisePercent);

        static decimal? Parse(string? text) => text is null ? null : decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task The_index_of_the_report_date_says_whose_report_is_in_it()
    {
        _store.Index.Members.Add(new("OLDCO", "Old Co", "Energy", null, null, null, Until: new LocalDate(2026, 10, 25)));
        _store.Index.Members.Add(new("NEWCO", "New Co", "Energy", null, null, Since: new LocalDate(2026, 10, 25), null));
        await _store.Book.AnnounceAsync(
            [Announced("OLDCO", 10, 24), Announced("NEWCO", 10, 24), Announced("TINY", 10, 24), Announced("BRK.B", 10, 31)],
            Ct
        );
        var held = (await _store.HeldAsync()).ToDictionary(e => e.Symbol);
        Assert.Equal(["BRK.B", "OLDCO"], held.Values.Where(e => e.IsSp500).Select(e => e.Symbol).Order(StringComparer.Ordinal));
        Assert.Equal(
            ("Berkshire Hathaway", "Financials", "Multi-Sector Holdings", "Omaha, Nebraska"),
            (held["BRK.B"].CompanyName, held["BRK.B"].GicsSector, held["BRK.B"].GicsSubIndustry, held["BRK.B"].Headquarters)
        );
        Assert.Equal(("TINY INC", null), (held["TINY"].CompanyName, held["TINY"].GicsSector));
    }

    [Fact]
    public async Task Rebuilding_the_index_follows_its_list_and_keeps_every_number()
    {
        await _store.Book.AnnounceAsync([Announced("AAPL", 10, 29), Announced("JPM", 10, 20), Announced("TINY", 10, 22)], Ct);
        var before = (await _store.HeldAsync()).ToDictionary(e => e.Symbol);
        _store.Index.Members.RemoveAll(m => m.Symbol == "JPM");
        _store.Index.Members.Add(new("TINY", "Tiny Inc.", "Energy", null, null, null, null));
        var (from, to) = (new LocalDate(2026, 10, 1), new LocalDate(2026, 11, 30));
        Assert.Equal(2, (await _store.Book.RebuildIndexAsync(from, to, Ct)).Changed);
        Assert.Equal(0, (await _store.Book.RebuildIndexAsync(from, to, Ct)).Changed);
        var after = (await _store.HeldAsync()).ToDictionary(e => e.Symbol);
        Assert.Equal((false, null), (after["JPM"].IsSp500, after["JPM"].GicsSector));
        Assert.Equal((true, "Tiny Inc."), (after["TINY"].IsSp500, after["TINY"].CompanyName));
        Assert.All(before.Keys, s => Assert.Equal(before[s].Id, after[s].Id));

        // A list that could not be read yet changes nothing.
        _store.Index.Members.Clear();
        Assert.Equal(0, (await _store.Book.RebuildIndexAsync(from, to, Ct)).Changed);
    }

    [Fact]
    public async Task Writers_side_by_side_lose_nothing_of_each_other()
    {
        var date = new LocalDate(2026, 10, 15);
        var symbols = Enumerable.Range(0, 20).Select(i => "S" + (char)('A' + i)).ToList();
        await _store.Book.AnnounceAsync([.. symbols.Select(s => Announced(s, date))], Ct);
        var ids = (await _store.HeldAsync()).Select(e => e.Id).ToList();
        await Task.WhenAll(
            _store.Book.AnnounceAsync([.. symbols.Select(s => Announced(s, date) with { CompanyName = "renamed" })], Ct),
            _store.Book.ReportAsync([.. symbols.Select(s => new EarningsNotice(s, date, Actual: 2m))], Ct),
            CountAsync(ids)
        );
        Assert.All(await _store.HeldAsync(), e => Assert.Equal(("renamed", 2m, 5), (e.CompanyName, e.Actual, e.NewsCount)));

        async Task CountAsync(IEnumerable<int> events)
        {
            await using var session = _store.Documents.LightweightSession();
            await _store.Book.CountNewsAsync(session, [.. events.Select(id => new EarningsNewsCount(id, 3, 2, 0, 1))], Ct);
            await session.SaveChangesAsync(Ct);
        }
    }

    [Fact]
    public async Task A_writing_that_is_killed_changes_nothing_and_its_repetition_ends_the_same()
    {
        using var killed = new CancellationTokenSource();
        await killed.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _store.Book.AnnounceAsync([Announced("AAPL", 10, 29)], killed.Token));
        Assert.Empty(await _store.HeldAsync());
        await _store.Book.AnnounceAsync([Announced("AAPL", 10, 29)], Ct);
        Assert.Single(await _store.HeldAsync());
    }

    [Fact]
    public void Titles_name_what_is_expected_with_its_currency()
    {
        var e = Announced("AAPL", 10, 29).AsEventWith(1.5333m, null);
        Assert.Equal("AAPL 실적 발표 (예상 EPS: $1.5333)", e.Title);
        Assert.Equal("AAPL 실적 발표 (예상 EPS: $1.50)", (e with { Estimate = 1.5m }).Title);
        Assert.Equal("AAPL 실적 발표 (예상 EPS: 1.5333)", (e with { Currency = null }).Title);
        Assert.Equal("AAPL 실적 발표 (예상 EPS: -$0.40)", (e with { Estimate = -0.4m }).Title);
        Assert.Equal("AAPL 실적 발표 (예상 EPS: 1.5333 CAD)", (e with { Currency = "CAD" }).Title);
        Assert.Equal("AAPL 실적 발표", (e with { Estimate = null }).Title);
        Assert.Equal("AAPL INC의 2026-09-30 마감 분기 실적 발표: 2026-10-29 장 마감 후. 예상 EPS $1.5333.", e.Description);
    }
}

internal static class EarningsNoticeExtensions
{
    public static EarningsEvent AsEventWith(this EarningsNotice notice, decimal? estimate, decimal? actual) =>
        new()
        {
            Symbol = notice.Symbol,
            ReportDate = notice.Date,
            CompanyName = notice.CompanyName,
            FiscalDateEnding = notice.FiscalDateEnding,
            Currency = notice.Currency,
            Time = notice.Time,
            Estimate = estimate,
            Actual = actual,
            FetchedAt = default,
            CreatedAt = default,
            UpdatedAt = default,
        };
}
