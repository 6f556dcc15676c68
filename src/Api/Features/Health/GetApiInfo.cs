using System.Text.Json;
using System.Text.Json.Serialization;
using FastEndpoints;
using InvestmentAssistant.Api.Features.Streaming.Topics;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Telemetry;

namespace InvestmentAssistant.Api.Features.Health;

/// <summary>A router in the list.</summary>
public sealed record AvailableEndpoint(string Description, string Prefix, string Tag, string Category);

/// <summary>Where the streams are: the address of each topic under its name.</summary>
/// <param name="Architecture">How streaming works, in a few words.</param>
public sealed record StreamAddresses(string Architecture)
{
    /// <summary>Address by topic.</summary>
    [JsonExtensionData, OneOfEachTopic("{topic}", typeof(string))]
    public Dictionary<string, JsonElement> ByTopic { get; init; } = [];
}

/// <summary>Where the documents are.</summary>
public sealed record DocumentAddresses(string SwaggerUi, string Redoc, string OpenapiJson);

/// <summary>Describes the service, from its real routes.</summary>
/// <param name="TotalEndpoints">Operations under the base address.</param>
/// <param name="Categories">Keys of the routers by category.</param>
/// <param name="AvailableEndpoints">Routers by key.</param>
public sealed record ApiInfoAnswer(
    string Service,
    string Version,
    string Description,
    string BaseUrl,
    int TotalEndpoints,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Categories,
    IReadOnlyDictionary<string, AvailableEndpoint> AvailableEndpoints,
    StreamAddresses WebsocketEndpoints,
    DocumentAddresses Documentation
);

/// <summary>Describes the API.</summary>
public sealed class GetApiInfo(RouterList list, HttpSettings settings, IEnumerable<StreamTopic> topics)
    : EndpointWithoutRequest<ApiInfoAnswer>
{
    public override void Configure()
    {
        Get(RouterList.BaseUrl);
        Options(b => b.WithTags("Health").CachesAs(DataKind.Daily));
        Summary(s =>
        {
            s.Summary = "What is here?";
            s.Description = "The routers of this API with their prefixes, the streams and the documents.";
        });
    }

    public override Task<ApiInfoAnswer> ExecuteAsync(CancellationToken ct) =>
        Task.FromResult(
            new ApiInfoAnswer(
                settings.AppName,
                settings.Version,
                "투자 정보를 REST와 실시간 스트림으로 제공합니다.",
                RouterList.BaseUrl,
                list.Routers.Sum(r => r.Operations),
                list.Routers.GroupBy(r => r.Category).ToDictionary(g => g.Key, g => (IReadOnlyList<string>)[.. g.Select(r => r.Key)]),
                list.Routers.GroupBy(r => r.Key)
                    .ToDictionary(
                        g => g.Key,
                        g => new AvailableEndpoint(
                            $"{g.First().Tag}: {g.Sum(r => r.Operations)}개 경로",
                            g.First().Prefix,
                            g.First().Tag,
                            g.First().Category
                        )
                    ),
                new StreamAddresses("snapshot, then changes, over Redis pub/sub")
                {
                    ByTopic = topics.ToDictionary(t => t.Name, t => JsonSerializer.SerializeToElement($"/api/v1/ws/{t.Name}")),
                },
                new DocumentAddresses("/docs", "/redoc", "/openapi/v1.json")
            )
        );
}

/// <summary>The short health answer under the API's base address.</summary>
/// <param name="Uptime">Of this process: days.hours:minutes:seconds.</param>
public sealed record ApiHealthAnswer(
    string Status,
    string Service,
    string Version,
    string Uptime,
    string WebsocketStatus,
    string Architecture,
    string Docs
);

/// <summary>Health in one line, by what the last background probe found.</summary>
public sealed class GetApiHealth(HealthMonitor monitor, HttpSettings settings, Uptime uptime) : EndpointWithoutRequest<ApiHealthAnswer>
{
    public override void Configure()
    {
        Get(RouterList.BaseUrl + "/health");
        Options(b => b.WithTags("Health").CachesAs(DataKind.Never));
        Summary(s =>
        {
            s.Summary = "Health in one line";
            s.Description = "healthy, degraded or unhealthy, by the last background probe; see /health/detailed for each part.";
        });
    }

    public override Task<ApiHealthAnswer> ExecuteAsync(CancellationToken ct)
    {
        var last = monitor.Last;
        return Task.FromResult(
            new ApiHealthAnswer(
                (last?.Level ?? HealthLevel.Unhealthy).ToString().ToLowerInvariant(),
                settings.AppName,
                settings.Version,
                uptime.ToString(),
                last?.StatusOf("websocket") == PartHealth.Up ? "active" : "inactive",
                "Redis pub/sub push",
                "/docs"
            )
        );
    }
}

/// <summary>Numbers of routers.</summary>
public sealed record ApiSummary(int TotalRouters, IReadOnlyDictionary<string, int> Categories);

/// <summary>Where to read.</summary>
public sealed record StatsDocuments(string SwaggerUi, string Redoc);

/// <summary>Describes the streams.</summary>
public sealed record StreamArchitecture(string Approach, IReadOnlyList<string> Domains, string Technology, IReadOnlyList<string> Benefits);

/// <summary>The API in numbers.</summary>
public sealed record ApiStatsAnswer(
    ApiSummary ApiSummary,
    IReadOnlyList<string> ImplementedDomains,
    string BaseUrl,
    StatsDocuments Documentation,
    IReadOnlyList<string> Features,
    StreamArchitecture WebsocketArchitecture
);

/// <summary>Counts of the API.</summary>
public sealed class GetApiStats(RouterList list, IEnumerable<StreamTopic> topics) : EndpointWithoutRequest<ApiStatsAnswer>
{
    public override void Configure()
    {
        Get(RouterList.BaseUrl + "/stats");
        Options(b => b.WithTags("Health").CachesAs(DataKind.Daily));
        Summary(s =>
        {
            s.Summary = "The API in numbers";
            s.Description = "Routers by category and what the API can do.";
        });
    }

    public override Task<ApiStatsAnswer> ExecuteAsync(CancellationToken ct) =>
        Task.FromResult(
            new ApiStatsAnswer(
                new ApiSummary(list.Routers.Count, list.Routers.GroupBy(r => r.Category).ToDictionary(g => g.Key, g => g.Count())),
                [.. list.Routers.Select(r => r.Key)],
                RouterList.BaseUrl,
                new StatsDocuments("/docs", "/redoc"),
                [
                    "pagination",
                    "filtering",
                    "sorting",
                    "real_time_push",
                    "unified_websocket",
                    "redis_pub_sub_streaming",
                    "change_rate_calculation",
                ],
                new StreamArchitecture(
                    "snapshot, then changes",
                    [.. topics.Select(t => t.Name)],
                    "WebSocket, Server-Sent Events, Redis pub/sub",
                    ["one serialization for all clients", "resume after a lost connection", "slow readers are conflated"]
                )
            )
        );
}
