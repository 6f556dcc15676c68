namespace InvestmentAssistant.Api.Platform.Telemetry;

/// <summary>
/// A part of the system that can be well or not: PostgreSQL, Redis, the streams. Registered as a singleton; <c>/health/detailed</c> asks
/// all of them, and the background probe asks them every few seconds.
/// </summary>
public interface IHealthPart
{
    /// <summary>postgresql, redis, websocket, feeds.</summary>
    string Name { get; }

    /// <summary>Effect on the whole when the part is down.</summary>
    PartWeight Weight { get; }

    /// <summary>What <see cref="PartFinding.Data"/> is; null for a part that has none.</summary>
    Type? DataType => null;

    /// <summary>Asks the part. Throwing means that it is down, for the reason in the exception.</summary>
    Task<PartFinding> CheckAsync(CancellationToken ct);
}

/// <summary>Effect of a part that is down on the whole: none, degraded, unhealthy.</summary>
public enum PartWeight
{
    NoEffect,
    Degrades,
    Vital,
}

/// <summary>Answer of a part.</summary>
/// <param name="IsUp">Whether it does its work.</param>
/// <param name="Detail">For people; null when there is nothing to say.</param>
/// <param name="Data">More for machines, serialized as it is; null when there is none.</param>
public sealed record PartFinding(bool IsUp, string? Detail = null, object? Data = null);
