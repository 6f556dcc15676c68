using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Telemetry;

namespace InvestmentAssistant.Api.Features.Health.Parts;

/// <summary>
/// The live feeds, on any replica. A feed that is down is shown and does not change the state of this process: each board's own health says
/// what that means for its prices. One without a key is not_configured, which is no fault.
/// </summary>
public sealed class FeedsPart(IFeedStatusReader feeds) : IHealthPart
{
    public string Name => "feeds";

    public PartWeight Weight => PartWeight.NoEffect;

    public Type DataType => typeof(IReadOnlyList<FeedStatus>);

    public async Task<PartFinding> CheckAsync(CancellationToken ct)
    {
        var all = await feeds.ReadAsync(ct);
        var down = all.Where(f => f is { Connected: false, NotConfigured: false }).Select(f => f.Name).ToList();
        var unset = all.Where(f => f.NotConfigured).Select(f => f.Name + " not_configured");
        var words = string.Join("; ", down.Select(d => d + " not connected").Concat(unset));
        return new PartFinding(down.Count == 0, words.Length == 0 ? null : words, all);
    }
}
