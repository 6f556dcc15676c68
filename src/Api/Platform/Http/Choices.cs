using FluentValidation;
using FluentValidation.Validators;

namespace InvestmentAssistant.Api.Platform.Http;

/// <summary>A rule with a closed list of values: the API description shows it, and a query may spell its values in any case.</summary>
public interface IChoices
{
    /// <summary>The values as the code writes them.</summary>
    IReadOnlyList<string> Values { get; }
}

/// <summary>Holds for null and for one of the values.</summary>
public sealed class ChoiceValidator<T>(IReadOnlyList<string> values, StringComparer comparer) : PropertyValidator<T, string?>, IChoices
{
    /// <inheritdoc />
    public IReadOnlyList<string> Values => values;

    /// <inheritdoc />
    public override string Name => nameof(ChoiceValidator<T>);

    /// <inheritdoc />
    public override bool IsValid(ValidationContext<T> context, string? value) => value is null || values.Contains(value, comparer);

    /// <inheritdoc />
    protected override string GetDefaultMessageTemplate(string errorCode) => Choices.Rule(values);
}

/// <summary>Holds for null and for a list of which each is one of the values.</summary>
public sealed class ChoiceListValidator<T>(IReadOnlyList<string> values) : PropertyValidator<T, IReadOnlyList<string>?>, IChoices
{
    /// <inheritdoc />
    public IReadOnlyList<string> Values => values;

    /// <inheritdoc />
    public override string Name => nameof(ChoiceListValidator<T>);

    /// <inheritdoc />
    public override bool IsValid(ValidationContext<T> context, IReadOnlyList<string>? value) => value is null || value.All(values.Contains);

    /// <inheritdoc />
    protected override string GetDefaultMessageTemplate(string errorCode) => Choices.Rule(values);
}

/// <summary>Rules of closed lists.</summary>
public static class Choices
{
    /// <summary>The first or the second of two directions.</summary>
    public static readonly IReadOnlyList<string> Directions = ["asc", "desc"];

    /// <summary>Must be null or one of the values.</summary>
    public static IRuleBuilderOptions<T, string?> IsOneOf<T>(this IRuleBuilder<T, string?> rule, params IReadOnlyList<string> values) =>
        rule.SetValidator(new ChoiceValidator<T>(values, StringComparer.Ordinal));

    /// <summary>Must be null or one of the values, in any case: for values that stand in a path too.</summary>
    public static IRuleBuilderOptions<T, string?> IsOneOfAnyCase<T>(
        this IRuleBuilder<T, string?> rule,
        params IReadOnlyList<string> values
    ) => rule.SetValidator(new ChoiceValidator<T>(values, StringComparer.OrdinalIgnoreCase));

    /// <summary>Each must be one of the values.</summary>
    public static IRuleBuilderOptions<T, IReadOnlyList<string>?> AreOneOf<T>(
        this IRuleBuilder<T, IReadOnlyList<string>?> rule,
        params IReadOnlyList<string> values
    ) => rule.SetValidator(new ChoiceListValidator<T>(values));

    /// <summary>must be a, b or c.</summary>
    internal static string Rule(IReadOnlyList<string> values) =>
        values.Count > 1 ? $"must be {string.Join(", ", values.SkipLast(1))} or {values[^1]}" : $"must be {values[0]}";
}
