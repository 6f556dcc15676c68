using System.Reflection;
using FastEndpoints;
using FluentValidation;
using FluentValidation.Validators;

namespace InvestmentAssistant.Api.Platform.Http;

/// <summary>What the validator of a slice says of the properties of its request.</summary>
internal sealed class RequestRules
{
    private readonly Dictionary<string, List<IPropertyValidator>> _byMember;

    private RequestRules(Dictionary<string, List<IPropertyValidator>> byMember) => _byMember = byMember;

    /// <summary>Reads the rules of a slice; one without a validator has none.</summary>
    public static RequestRules Of(EndpointDefinition slice) =>
        slice.ValidatorType is null || Activator.CreateInstance(slice.ValidatorType) is not IValidator validator
            ? new([])
            : new(
                validator
                    .CreateDescriptor()
                    .GetMembersWithValidators()
                    .ToDictionary(g => g.Key, g => g.Select(v => v.Validator).ToList(), StringComparer.Ordinal)
            );

    /// <summary>The rules of one property.</summary>
    public IReadOnlyList<IPropertyValidator> For(PropertyInfo property) =>
        _byMember.GetValueOrDefault(property.Name) ?? _byMember.GetValueOrDefault(QueryVocabulary.NameOf(property)) ?? [];
}
