using System.Text.Json;
using InvestmentAssistant.Api.Domain.Fundamentals;
using InvestmentAssistant.Api.Tests.Domain.Fundamentals;
using InvestmentAssistant.Api.Tests.Fixture;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace InvestmentAssistant.Api.Tests.Features.BalanceSheets;

/// <summary>
/// All routes: over companies of 2015 that only these tests know, and over those that the simulated provider fills. One test runs at a
/// time, since each writes its companies.
/// </summary>
[Collection(nameof(BalanceSheetRoutesTestBase))]
public abstract class BalanceSheetRoutesTestBase(ApiHost api) : IClassFixture<ApiHost>, IAsyncLifetime
{
    private const string Root = "/api/v1/balance-sheet";

    private static readonly LocalDate[] s_quarters = [new(2015, 3, 31), new(2015, 6, 30), new(2015, 9, 30), new(2015, 12, 31)];

    /// <summary>
    /// QZA has IBM's figures, a little smaller each quarter back; QZB is a bank; QZN owes more than it owns; QZS has one sheet with assets
    /// alone.
    /// </summary>
    public async ValueTask InitializeAsync()
    {
        await using var session = api.Host.Services.GetRequiredService<IDocumentStore>().LightweightSession();
        for (var i = 0; i < s_quarters.Length; i++)
        {
            session.Store(
                Renamed(Sheets.Ibm, "QZA", s_quarters[i]) with
                {
                    TotalAssets = 129_321_000_000 - (1_000_000_000 * (3 - i)),
                    IsFiscalYearEnd = i == 3,
                    OtherLines = new Dictionary<string, decimal> { ["goodwill"] = 59_596_000_000 },
                }
            );
        }
        session.Store(Renamed(Sheets.Bank, "QZB", s_quarters[3]), Renamed(Sheets.Bank, "QZB", s_quarters[2]));
        session.Store(
            Renamed(Sheets.Ibm, "QZN", s_quarters[3]) with
            {
                TotalShareholderEquity = -1_000_000_000,
                TotalLiabilities = 130_321_000_000,
            }
        );
        session.Store(Sheets.Of("QZS", new LocalDate(2015, 11, 30)) with { TotalAssets = 0 });
        await session.SaveChangesAsync(Ct);

        static BalanceSheet Renamed(BalanceSheet sheet, string symbol, LocalDate date) =>
            sheet with
            {
                Id = BalanceSheet.IdOf(symbol, date),
                Symbol = symbol,
                FiscalDateEnding = date,
            };
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    protected RouteClient Routes { get; } = new(api, Root);

    protected static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;

    protected static IEnumerable<(string, string)> Keys(JsonElement items) =>
        items.EnumerateArray().Select(i => (Text(i, "symbol"), Text(i, "fiscaldateending")));
}
