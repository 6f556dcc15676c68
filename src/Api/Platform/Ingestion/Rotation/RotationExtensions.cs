using Marten;

namespace InvestmentAssistant.Api.Platform.Ingestion.Rotation;

public static class RotationExtensions
{
    /// <summary>For data sets that take a call an item.</summary>
    public static IServiceCollection AddItemRotation(this IServiceCollection services)
    {
        services.ConfigureMarten(store =>
            store.Schema.For<AskedItem>().DocumentAlias("asked_item").Identity(a => a.Id).Duplicate(a => a.DataSet, notNull: true)
        );
        return services.AddSingleton<ItemRotation>();
    }
}
