namespace InvestmentAssistant.Api.Platform.Http;

/// <summary>
/// Time for which browsers and proxies may keep an answer; put on an endpoint with <c>Options(b => b.CachesAs(DataKind.Live))</c>.
/// </summary>
public enum DataKind
{
    /// <summary>Changes with every tick: kept, but asked for again each time (304 when unchanged). The default.</summary>
    Live,

    /// <summary>Charts and lists that change by the minute.</summary>
    Minutes,

    /// <summary>Sessions, company lists, documents: what changes by the day.</summary>
    Daily,

    /// <summary>Health, status, personal links: never kept.</summary>
    Never,
}

public static class DataKindExtensions
{
    public static TBuilder CachesAs<TBuilder>(this TBuilder builder, DataKind kind)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new CacheMetadata(kind));

    internal static string CacheControl(this DataKind kind) =>
        kind switch
        {
            DataKind.Minutes => "public, max-age=15, stale-while-revalidate=60",
            DataKind.Daily => "public, max-age=300, stale-while-revalidate=3600",
            DataKind.Never => "no-store",
            _ => "no-cache",
        };
}

/// <summary>Endpoint metadata that <see cref="DataKindExtensions.CachesAs"/> adds.</summary>
public sealed record CacheMetadata(DataKind Kind);
