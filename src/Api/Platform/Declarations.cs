using System.Reflection;

namespace InvestmentAssistant.Api.Platform;

/// <summary>
/// Creates what parts of an assembly declare of themselves: each class of a kind that has a constructor without arguments.
/// </summary>
internal static class Declarations
{
    /// <summary>One instance of each class of that kind, by full name.</summary>
    public static IEnumerable<T> Of<T>(Assembly assembly) =>
        assembly
            .GetTypes()
            .Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(T)))
            .OrderBy(t => t.FullName, StringComparer.Ordinal)
            .Select(t => (T)Activator.CreateInstance(t)!);
}
