using InvestmentAssistant.Api.Features.CryptoDetails.Documents;
using InvestmentAssistant.Api.Features.CryptoDetails.Premium;
using InvestmentAssistant.Api.Platform.Ingestion;
using Marten;
using Microsoft.Extensions.Options;

namespace InvestmentAssistant.Api.Features.CryptoDetails.Ingestion;

/// <summary>
/// Keeps the premium of every coin as it stands, one point an hour (the latest), so that its chart is what was measured. Forgets what is
/// too old.
/// </summary>
public sealed class PremiumSamplesJob(
    PremiumCalculator calculator,
    PremiumHistory history,
    IDocumentStore store,
    IOptionsMonitor<CryptoDetailsOptions> settings,
    IClock clock
) : IDataSetJob
{
    public DataSetDescription Description { get; } =
        new("kimchi-premium", "own", "Kimchi premium, hourly points", "30 0/10 * * * ?", Duration.FromHours(2));

    public async Task<JobOutcome> RunAsync(JobContext context, CancellationToken ct)
    {
        await using var session = store.LightweightSession();
        var mappings = await session.Query<CoinMapping>().ToListAsync(ct);
        var tickers = (await session.Query<CoinTickers>().ToListAsync(ct)).ToDictionary(t => t.Id, StringComparer.Ordinal);
        var rate = calculator.Rate(tickers.GetValueOrDefault(PremiumCalculator.Tether), await session.LoadAsync<FxRate>(FxRate.UsdKrw, ct));
        var ids = mappings.Select(m => m.CoinId).Distinct(StringComparer.Ordinal).ToArray();
        var listed = (
            await session.Query<CoinListing>().Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, c.PriceUsd }).ToListAsync(ct)
        ).ToDictionary(c => c.Id, c => c.PriceUsd, StringComparer.Ordinal);
        var now = clock.GetCurrentInstant();
        var points = mappings
            .Select(m =>
                PointOf(m.CoinId, calculator.Of(m.Id, tickers.GetValueOrDefault(m.CoinId), rate, listed.GetValueOrDefault(m.CoinId)), now)
            )
            .OfType<PremiumPoint>()
            .DistinctBy(p => p.CoinId)
            .ToList();
        var rows = await history.WriteMeasuredAsync(points, ct);

        var keep = Duration.FromDays(settings.CurrentValue.KeepHistoryDays);
        await history.ForgetAsync(now - keep, ct);
        var oldest = SeoulDay.DateOf(now - keep);
        session.DeleteWhere<VenueDay>(d => d.Date < oldest);
        await session.SaveChangesAsync(ct);
        return new JobOutcome(rows, Note: $"{points.Count} of {mappings.Count} coins have fresh prices on both sides");
    }

    private static PremiumPoint? PointOf(string coin, KimchiPremium premium, Instant now) =>
        premium is { UsdtPercent: null, Percent: null }
            ? null
            : new PremiumPoint(
                coin,
                PremiumPoint.HourOf(now),
                now,
                premium.PriceKrw,
                premium.PriceUsd,
                premium.GlobalUsd,
                premium.Rate.UsdKrw,
                premium.Percent,
                premium.UsdtPercent,
                premium.DomesticVolumeUsd,
                premium.GlobalVolumeUsd,
                PremiumPoint.Venues
            );
}
