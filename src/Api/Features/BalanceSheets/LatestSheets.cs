using InvestmentAssistant.Api.Domain.Fundamentals;
using InvestmentAssistant.Api.Domain.Instruments;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Persistence;
using Marten;

namespace InvestmentAssistant.Api.Features.BalanceSheets;

/// <summary>A company's latest balance sheet and its GICS sector, null for one that has left the index.</summary>
/// <param name="Yardstick">By what measure it is judged.</param>
public sealed record LatestSheet(BalanceSheet Sheet, string? Sector, Yardstick Yardstick = Yardstick.Industrial);

/// <summary>The companies at about the same time.</summary>
/// <param name="Companies">How many companies have any balance sheet.</param>
/// <param name="NewestDate">The newest fiscal date of all.</param>
/// <param name="Sheets">Each company's latest, where that is no more than two quarters older than the newest of all; by symbol.</param>
public sealed record SheetsOfToday(int Companies, LocalDate? NewestDate, IReadOnlyList<LatestSheet> Sheets);

/// <summary>
/// Fiscal years end in different months, so companies have no common date. What compares them takes each one's latest balance sheet, as
/// long as it lies within the last two quarters.
/// </summary>
public sealed class LatestSheets(IDocumentStore store, InstrumentDirectory directory, YardstickReader yardsticks, AgedAnswers cache)
{
    private static readonly TimeSpan s_freshFor = TimeSpan.FromSeconds(60);

    /// <param name="ct">Of the request.</param>
    public async Task<SheetsOfToday> ReadAsync(CancellationToken ct) =>
        await cache.GetAsync("balance-sheets:latest", s_freshFor, LoadAsync, ct);

    private async Task<SheetsOfToday> LoadAsync(CancellationToken ct)
    {
        await using var session = store.QuerySession();
        if (
            (await session.Query<BalanceSheet>().OrderByDescending(s => s.FiscalDateEnding).FirstOrDefaultAsync(ct))?.FiscalDateEnding
            is not { } newest
        )
            return new SheetsOfToday(0, null, []);
        var companies = await session.Query<BalanceSheet>().Select(s => s.Symbol).Distinct().CountAsync(ct);
        var sheets = await session.QueryAsync<BalanceSheet>(
            $"""
            where d.id in (
                select distinct on (symbol) id from {store.TableOf<BalanceSheet>()}
                where fiscal__date__ending >= ? order by symbol, fiscal__date__ending desc)
            order by d.symbol collate "C"
            """,
            ct,
            newest.PlusMonths(-6)
        );
        var sectors = (await directory.ReadAsync("sp500", ct)).ToDictionary(i => i.Symbol, i => i.Sector, StringComparer.Ordinal);
        var known = await yardsticks.AllAsync(ct);
        return new SheetsOfToday(
            companies,
            newest,
            [.. sheets.Select(s => new LatestSheet(s, sectors.GetValueOrDefault(s.Symbol), YardstickReader.Of(known, s)))]
        );
    }
}
