using InvestmentAssistant.Api.Features.Sp500.Documents;
using InvestmentAssistant.Api.Platform.Http;
using Marten;

namespace InvestmentAssistant.Api.Features.Sp500;

/// <summary>Company overviews, kept in memory for a while: they change once a day.</summary>
public sealed class OverviewReader(IDocumentStore store, AgedAnswers cache)
{
    private static readonly TimeSpan s_freshFor = TimeSpan.FromSeconds(30);

    /// <summary>The overview of a company; null while none is held.</summary>
    public async Task<CompanyOverview?> OfAsync(string symbol, CancellationToken ct) =>
        await cache.GetAsync($"sp500:overview:{symbol}", s_freshFor, c => LoadAsync(symbol, c), ct) is [var held] ? held : null;

    /// <summary>P/E of every company that has one, by symbol.</summary>
    public async Task<IReadOnlyDictionary<string, decimal>> PeRatiosAsync(CancellationToken ct) =>
        await cache.GetAsync("sp500:pe-ratios", s_freshFor, LoadPeRatiosAsync, ct);

    private async Task<IReadOnlyList<CompanyOverview>> LoadAsync(string symbol, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return await session.LoadAsync<CompanyOverview>(symbol, ct) is { } overview ? [overview] : [];
    }

    private async Task<IReadOnlyDictionary<string, decimal>> LoadPeRatiosAsync(CancellationToken ct)
    {
        await using var session = store.QuerySession();
        var ratios = await session
            .Query<CompanyOverview>()
            .Where(o => o.PeRatio != null)
            .Select(o => new { o.Symbol, o.PeRatio })
            .ToListAsync(ct);
        return ratios.ToDictionary(r => r.Symbol, r => r.PeRatio!.Value, StringComparer.Ordinal);
    }
}
