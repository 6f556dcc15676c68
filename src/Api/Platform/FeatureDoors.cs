using System.Reflection;

namespace InvestmentAssistant.Api.Platform;

/// <summary>Finds the doors of all features, in a stable order.</summary>
public static class FeatureDoors
{
    /// <summary>
    /// The assemblies that features are looked for in: this one, and those that <c>FEATURE_ASSEMBLIES</c> names: a comma list of files, or
    /// of names of assemblies beside the program.
    /// </summary>
    public static IReadOnlyList<Assembly> AssembliesFrom(IConfiguration configuration) =>
        [
            typeof(FeatureDoors).Assembly,
            .. (configuration["FEATURE_ASSEMBLIES"] ?? "")
                .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(a => File.Exists(a) ? Assembly.LoadFrom(Path.GetFullPath(a)) : Assembly.Load(a)),
        ];

    /// <summary>Whether a type belongs to the API: it lies in this assembly, or in the folder of one of these features.</summary>
    public static bool Owns(this IReadOnlyList<IFeature> features, Type type) =>
        type.Assembly == typeof(FeatureDoors).Assembly
        || features.Any(f =>
            f.GetType() is var door
            && door.Assembly == type.Assembly
            && (type.Namespace == door.Namespace || type.Namespace?.StartsWith(door.Namespace + ".", StringComparison.Ordinal) == true)
        );

    public static IReadOnlyList<IFeature> Open(IReadOnlyList<Assembly> assemblies) => [.. assemblies.SelectMany(Declarations.Of<IFeature>)];
}
