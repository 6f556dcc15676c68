using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Features.Sns.Documents;

namespace InvestmentAssistant.Api.Features.Sns.Analysis;

/// <summary>
/// Copies the minutes around a post once all of them are in: the market drops its own after some weeks. Those that it never had are fetched
/// (<see cref="PastHoursJob"/>).
/// </summary>
public sealed class PostMinuteKeeper(PostMinutes minutes, PostBarStore store)
{
    /// <summary>Copies what is in and not kept yet, of all assets of these posts.</summary>
    internal async Task KeepAsync(IReadOnlyList<PostAnalysis> analyses, PriceBook bars, Instant now, CancellationToken ct)
    {
        var kept = await store.LoadAsync(analyses, ct);
        foreach (var analysis in analyses)
        {
            foreach (var market in analysis.Assets.Select(a => a.Market))
            {
                if (kept.ContainsKey(PostBars.IdOf(analysis.Id, market)) || !minutes.IsOver(market, analysis.PostedAt, now))
                    continue;
                var (from, to) = minutes.SpanOf(market, analysis.PostedAt);
                var found = await bars.ReadAsync(market, BarResolution.Minute, from, to, ct);
                // Minutes of its end alone are what the charts fetched of a day, not what there was.
                if (found.Any(b => b.Start <= analysis.PostedAt))
                    await store.WriteAsync(PostBars.Of(analysis.Id, market, found, now), ct);
            }
        }
    }
}
