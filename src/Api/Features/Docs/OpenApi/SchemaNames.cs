using System.Collections.Concurrent;
using NJsonSchema.Generation;

namespace InvestmentAssistant.Api.Features.Docs.OpenApi;

/// <summary>
/// Names of components: that of the type, and for a generic one its arguments in front. Two types of one name would be one component, and
/// one of the two answers described as the other.
/// </summary>
internal sealed class SchemaNames : ISchemaNameGenerator
{
    private readonly ConcurrentDictionary<string, Type> _taken = new(StringComparer.Ordinal);

    /// <inheritdoc />
    /// <exception cref="InvalidOperationException">Another type has this name.</exception>
    public string Generate(Type type)
    {
        var name = Of(type);
        var owner = _taken.GetOrAdd(name, type);
        return owner == type ? name : throw new InvalidOperationException($"{owner.FullName} and {type.FullName} would both be '{name}'.");
    }

    private static string Of(Type type)
    {
        if (!type.IsGenericType)
            return type.Name;
        var bare = type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)];
        return bare + "Of" + string.Join("And", type.GetGenericArguments().Select(Of));
    }
}
