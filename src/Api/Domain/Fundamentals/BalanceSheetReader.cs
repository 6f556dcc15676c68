using InvestmentAssistant.Api.Platform.Http;
using Marten;

namespace InvestmentAssistant.Api.Domain.Fundamentals;

/// <summary>The balance sheets of one company, kept in memory for a while: they change once a quarter.</summary>
public sealed class BalanceSheetReader(IDocumentStore store, AgedAnswers cache)
{
    private static readonly TimeSpan s_freshFor = TimeSpan.FromSeconds(30);

    /// <summary>Newest first; empty when none is held.</summary>
    /// <param name="symbol">As the index writes it.</param>
    /// <param name="ct">Of the request.</param>
    public async Task<IReadOnlyList<BalanceSheet>> OfCompanyAsync(string symbol, CancellationToken ct) =>
        await cache.GetAsync($"fundamentals:balance-sheets:{symbol}", s_freshFor, c => LoadAsync(symbol, c), ct);

    private async Task<IReadOnlyList<BalanceSheet>> LoadAsync(string symbol, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return await session
            .Query<BalanceSheet>()
            .Where(s => s.Symbol == symbol)
            .OrderByDescending(s => s.FiscalDateEnding)
            .ToListAsync(ct);
    }
}
