using InvestmentAssistant.Api.Domain.Earnings;
using InvestmentAssistant.Api.Tests.Domain.Fundamentals;
using InvestmentAssistant.Api.Tests.Fixture;
using NodaTime.Text;

namespace InvestmentAssistant.Api.Tests.Domain.Earnings;

/// <summary>N3: a report has what other rows know of its company.</summary>
public sealed class FiscalQuarterTests(LocalServices services)
{
    private static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;

    [Theory]
    [InlineData("2026-10-29", "2026-09-30 2026-06-30", "", "2026-09-30 BalanceSheet")]
    [InlineData("2026-10-29", "2026-09-26", "", "2026-09-26 BalanceSheet")] // 13 weeks
    [InlineData("2026-10-29", "2026-06-30", "", "2026-09-30 Pattern")] // the sheet of the quarter is not held yet
    [InlineData("2026-10-29", "", "2026-12-31", "2026-09-30 Pattern")] // the next report is announced
    [InlineData("2026-09-24", "", "2026-11-30", "2026-08-31 Pattern")]
    [InlineData("2026-11-19", "", "2026-07-31", "2026-10-31 Pattern")]
    [InlineData("2026-10-29", "2026-07-04", "", "2026-09-30 Pattern")] // 4 July is the end of June
    [InlineData("2026-02-10", "", "2025-09-30", "2025-12-31 Pattern")]
    [InlineData("2026-10-03", "", "2026-06-30", null)] // nobody reports three days after a quarter, and June is 95 days ago
    [InlineData("2026-10-29", "", "", null)]
    public void N3_a_quarter_is_that_of_a_balance_sheet_or_of_the_companys_pattern(
        string report,
        string sheets,
        string announced,
        string? quarter
    )
    {
        var found = FiscalQuarter.Of(Day(report), Days(sheets), Days(announced));
        Assert.Equal(quarter, found is var (date, basis) ? $"{LocalDatePattern.Iso.Format(date)} {basis}" : null);

        static LocalDate[] Days(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Day)];
    }

    [Fact]
    public async Task N3_a_result_has_the_quarter_name_and_currency_that_other_rows_tell()
    {
        await using var store = await EarningsStore.CreateAsync(services, Instant.FromUtc(2026, 11, 29, 16, 0));
        await store.Book.ReportAsync(
            [
                new("AAPL", Day("2026-10-29"), Actual: 1.8m),
                new("TINY", Day("2026-10-20"), Actual: 0.1m),
                new("NONE", Day("2026-10-20"), Actual: 0.1m),
            ],
            Ct
        );
        Assert.All(await store.HeldAsync(), e => Assert.Null(e.FiscalDateEnding));

        await store.Book.AnnounceAsync(
            [
                new("TINY", Day("2027-01-20"), "TINY INC", Day("2026-12-31"), 0.2m, Currency: "CAD"),
                new("AAPL", Day("2027-01-28"), "APPLE INC", Day("2026-12-31"), 2.6m, Currency: "USD"),
            ],
            Ct
        );
        Assert.Equal(
            [
                "NONE  null ",
                "TINY TINY INC 2026-09-30 CAD Pattern",
                "AAPL Apple Inc. 2026-09-30 USD Pattern",
                "TINY TINY INC 2026-12-31 CAD Announced",
                "AAPL Apple Inc. 2026-12-31 USD Announced",
            ],
            (await store.HeldAsync()).Select(Text)
        );

        await using (var session = store.Documents.LightweightSession())
        {
            session.Store(Sheets.Of("AAPL", Day("2026-09-26")));
            await session.SaveChangesAsync(Ct);
        }
        Assert.Equal(1, (await store.Book.RebuildIndexAsync(Day("2026-08-01"), Day("2027-11-29"), Ct)).Changed);
        Assert.Contains("AAPL Apple Inc. 2026-09-26 USD BalanceSheet", (await store.HeldAsync()).Select(Text));
    }

    private static string Text(EarningsEvent e) =>
        e.FiscalDateEnding is { } quarter
            ? $"{e.Symbol} {e.CompanyName} {LocalDatePattern.Iso.Format(quarter)} {e.Currency} {e.QuarterBasis}"
            : $"{e.Symbol} {e.CompanyName} null {e.Currency}";
}
