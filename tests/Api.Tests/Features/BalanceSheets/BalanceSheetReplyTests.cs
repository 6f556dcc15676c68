using System.Text.Json;
using InvestmentAssistant.Api.Features.BalanceSheets.Ingestion;
using InvestmentAssistant.Api.Platform.Providers;
using InvestmentAssistant.Api.Tests.Platform.Providers;

namespace InvestmentAssistant.Api.Tests.Features.BalanceSheets;

/// <summary>Balance sheets as captured from the provider, and as it could send them.</summary>
public sealed class BalanceSheetReplyTests
{
    private static readonly Instant s_now = Instant.FromUtc(2023, 11, 5, 4, 30);

    private static BalanceSheetReply Read(string json, string symbol = "IBM")
    {
        using var reply = JsonDocument.Parse(json);
        return BalanceSheetReply.Read(reply.RootElement, symbol, s_now);
    }

    private static string Report(string date, string more = "\"totalAssets\":\"10\"") =>
        $$"""{"fiscalDateEnding":"{{date}}","reportedCurrency":"USD",{{more}}}""";

    [Fact]
    public void A_captured_reply_is_read_with_its_texts_as_numbers_and_None_as_null()
    {
        var reply = Read(Samples.Text("AlphaVantage", "balance-sheet.json"));
        Assert.Equal((2, 0), (reply.Sheets.Count, reply.Dropped));
        var sheet = reply.Sheets[^1];
        Assert.Equal(
            ("IBM/2023-09-30", new LocalDate(2023, 9, 30), "USD", false),
            (sheet.Id, sheet.FiscalDateEnding, sheet.ReportedCurrency, sheet.IsFiscalYearEnd)
        );
        Assert.Equal(
            (129_321_000_000m, 27_705_000_000m, 100_035_000_000m),
            (sheet.TotalAssets, sheet.TotalCurrentAssets, sheet.TotalNonCurrentAssets)
        );
        Assert.Equal(
            (106_165_000_000m, 30_606_000_000m, 75_560_000_000m),
            (sheet.TotalLiabilities, sheet.TotalCurrentLiabilities, sheet.TotalNonCurrentLiabilities)
        );
        Assert.Equal(
            (23_081_000_000m, 7_257_000_000m, 7_257_000_000m),
            (sheet.TotalShareholderEquity, sheet.Cash, sheet.CashAndShortTermInvestments)
        );
        Assert.Equal(
            (1_399_000_000m, 6_039_000_000m, 3_342_000_000m),
            (sheet.Inventory, sheet.CurrentNetReceivables, sheet.CurrentAccountsPayable)
        );
        Assert.Equal((50_664_000_000m, 59_313_000_000m, 149_506_000_000m), (sheet.LongTermDebt, sheet.CommonStock, sheet.RetainedEarnings));
        Assert.Equal(912_800_000m, sheet.CommonStockSharesOutstanding);
        // The other lines of the 36, without the three that are None.
        Assert.Equal(17, sheet.OtherLines.Count);
        Assert.Equal(59_596_000_000m, sheet.OtherLines["goodwill"]);
        Assert.DoesNotContain("investments", sheet.OtherLines.Keys);
        Assert.True(reply.Sheets[0].IsFiscalYearEnd);
    }

    [Fact]
    public void A_date_in_both_lists_is_one_sheet_that_ends_a_year()
    {
        var reply = Read(
            $$"""{"annualReports":[{{Report("2022-12-31", "\"totalAssets\":\"1\"")}}],"quarterlyReports":[{{Report("2023-03-31")}},{{Report("2022-12-31")}}]}"""
        );
        Assert.Equal([(10m, true), (10m, false)], reply.Sheets.Select(s => (s.TotalAssets!.Value, s.IsFiscalYearEnd)));
        Assert.Equal(0, reply.Dropped);
    }

    [Fact]
    public void What_cannot_be_true_is_counted_and_dropped_and_the_rest_is_kept()
    {
        var reply = Read(
            $$"""
            {"quarterlyReports":[{{Report("2023-06-30")}}, {{Report("2023-06-30", "\"totalAssets\":\"11\"")}}, {{Report(
                "2023-12-31"
            )}}, {{Report("soon")}},
              {{Report("2023-03-31", "\"totalAssets\":\"None\"")}}, "text", {"totalAssets":"5"}]}
            """
        );
        Assert.Equal(10m, Assert.Single(reply.Sheets).TotalAssets);
        Assert.Equal(6, reply.Dropped);
    }

    [Theory]
    [InlineData("zero", "0", "0")]
    [InlineData("a negative amount", "-12", "-12")]
    [InlineData("none", "None", null)]
    [InlineData("a dash", "-", null)]
    [InlineData("no number", "many", null)]
    public void An_amount_is_what_the_text_says(string what, string text, string? expected)
    {
        var sheet = Assert.Single(
            Read($$"""{"quarterlyReports":[{{Report("2023-06-30", $"\"totalAssets\":\"10\",\"inventory\":\"{text}\"")}}]}""").Sheets
        );
        Assert.True(sheet.Inventory == (expected is null ? null : decimal.Parse(expected)), what);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"symbol":"IBM"}""")]
    [InlineData("""{"quarterlyReports":[]}""")]
    [InlineData("""{"quarterlyReports":{},"annualReports":[{"fiscalDateEnding":"2023-06-30"}]}""")]
    public void A_reply_without_a_usable_report_is_a_bad_one(string json) =>
        Assert.Equal(ProviderFailure.BadReply, Assert.Throws<ProviderException>(() => Read(json)).Kind);
}
