using InvestmentAssistant.Api.Domain.Equities;
using InvestmentAssistant.Api.Platform.Caching;

namespace InvestmentAssistant.Api.Domain.Fundamentals;

/// <summary>
/// The yardsticks of all companies that are or were in the index, by their GICS sub-industry; kept in memory for a while.
/// </summary>
public sealed class YardstickReader(IIndexMembers members, AnswerCache cache)
{
    private static readonly TimeSpan s_freshFor = TimeSpan.FromSeconds(60);

    /// <summary>The yardstick of a company; where the index does not know it, that of its balance sheet's shape.</summary>
    public async Task<Yardstick> OfAsync(BalanceSheet sheet, CancellationToken ct) => Of(await AllAsync(ct), sheet);

    /// <summary>By symbol.</summary>
    public async Task<IReadOnlyDictionary<string, Yardstick>> AllAsync(CancellationToken ct) =>
        (await cache.GetAsync("fundamentals:yardsticks", s_freshFor, LoadAsync, ct)).Value;

    internal static Yardstick Of(IReadOnlyDictionary<string, Yardstick> known, BalanceSheet sheet) =>
        known.TryGetValue(sheet.Symbol, out var yardstick) ? yardstick : Yardsticks.Of(sheet);

    private async Task<IReadOnlyDictionary<string, Yardstick>> LoadAsync(CancellationToken ct)
    {
        var known = new Dictionary<string, Yardstick>(StringComparer.Ordinal);
        foreach (var member in await members.ReadAsync(ct))
        {
            if (Yardsticks.Of(member.GicsSector, member.GicsSubIndustry) is { } yardstick)
                known[member.Symbol] = yardstick;
        }
        return known;
    }
}
