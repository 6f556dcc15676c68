using InvestmentAssistant.Api.Features.Streaming.Topics;
using InvestmentAssistant.Api.Platform;
using InvestmentAssistant.Api.Platform.Boards;
using InvestmentAssistant.Api.Platform.Ingestion;
using Marten;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace InvestmentAssistant.Api.Tests.Sample.Tides;

/// <summary>Tides: water levels of harbours, and a sample of a whole feature in one folder. Nothing outside the folder names it.</summary>
public sealed class TidesFeature : IFeature
{
    internal const string Tag = "Tides";

    internal static readonly BoardDefinition Board = new(
        "tides",
        "tides_update",
        "tides_updates",
        null,
        "tides_levels",
        null,
        TradesAlways: true
    );

    /// <inheritdoc />
    public IReadOnlyList<ApiTag> Tags { get; } =
    [
        new(Tag, "조석", "Sea", "바다", "Water levels of harbours.")
        {
            Examples = new Dictionary<string, string> { ["harbour"] = "INCHEON" },
        },
    ];

    /// <inheritdoc />
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddBoard<TideLevel>(Board);
        services.AddTopic<TideLevel, TidesTopic>();
        services.AddDataSetJob<HarboursJob>(fillOrder: 10);
    }

    /// <inheritdoc />
    public void ConfigureStore(StoreOptions store) => store.Schema.For<Harbour>().DocumentAlias("tides_harbour").Identity(h => h.Name);
}
