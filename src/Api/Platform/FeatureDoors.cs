namespace InvestmentAssistant.Api.Platform;

/// <summary>Finds the doors of all features of this assembly, in a stable order.</summary>
public static class FeatureDoors
{
    public static IReadOnlyList<IFeature> Open() =>
        [.. typeof(FeatureDoors).Assembly.GetTypes()
            .Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(IFeature)))
            .OrderBy(t => t.FullName, StringComparer.Ordinal)
            .Select(t => (IFeature)Activator.CreateInstance(t)!)];
}
