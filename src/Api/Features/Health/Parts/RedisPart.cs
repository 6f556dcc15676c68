using System.Globalization;
using InvestmentAssistant.Api.Platform.Persistence;
using InvestmentAssistant.Api.Platform.Telemetry;

namespace InvestmentAssistant.Api.Features.Health.Parts;

/// <summary>
/// Redis. Without it the service is degraded: REST goes on from memory and PostgreSQL, streams say stale. It is asked to write, since feeds
/// do.
/// </summary>
public sealed class RedisPart(RedisConnection redis) : IHealthPart
{
    public const string PartName = "redis";

    public string Name => PartName;

    public PartWeight Weight => PartWeight.Degrades;

    public async Task<PartFinding> CheckAsync(CancellationToken ct)
    {
        var roundTrip = await redis.ProveWriteAsync().WaitAsync(ct);
        return new PartFinding(true, string.Create(CultureInfo.InvariantCulture, $"write {roundTrip.TotalMilliseconds:0.##} ms"));
    }
}
