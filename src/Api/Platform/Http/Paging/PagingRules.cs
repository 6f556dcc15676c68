using FluentValidation;

namespace InvestmentAssistant.Api.Platform.Http.Paging;

/// <summary>
/// What every list asks of its parameters: <c>RuleFor(r => r.Limit).IsLimit(100)</c>. Bounds are read by the API description, and a request
/// that breaks one is a 400 that names it.
/// </summary>
public static class PagingRules
{
    /// <summary>No list is this deep; it keeps page times limit within an int.</summary>
    private const int Deepest = 1_000_000;

    /// <summary>1 to <paramref name="most"/> rows; 1,000 where the contract names no maximum.</summary>
    public static IRuleBuilderOptions<T, int> IsLimit<T>(this IRuleBuilder<T, int> rule, int most = 1000) => rule.InclusiveBetween(1, most);

    /// <inheritdoc cref="IsLimit{T}(IRuleBuilder{T, int}, int)"/>
    public static IRuleBuilderOptions<T, int?> IsLimit<T>(this IRuleBuilder<T, int?> rule, int most = 1000) =>
        rule.InclusiveBetween(1, most);

    /// <summary>From 1.</summary>
    public static IRuleBuilderOptions<T, int> IsPage<T>(this IRuleBuilder<T, int> rule) => rule.InclusiveBetween(1, Deepest);

    /// <inheritdoc cref="IsPage{T}(IRuleBuilder{T, int})"/>
    public static IRuleBuilderOptions<T, int?> IsPage<T>(this IRuleBuilder<T, int?> rule) => rule.InclusiveBetween(1, Deepest);

    /// <summary>From 0: skip, offset.</summary>
    public static IRuleBuilderOptions<T, int> IsSkip<T>(this IRuleBuilder<T, int> rule) => rule.InclusiveBetween(0, Deepest);

    /// <inheritdoc cref="IsSkip{T}(IRuleBuilder{T, int})"/>
    public static IRuleBuilderOptions<T, int?> IsSkip<T>(this IRuleBuilder<T, int?> rule) => rule.InclusiveBetween(0, Deepest);

    /// <summary>The list has one way of going on at a time: page, skip or cursor.</summary>
    public static IRuleBuilderOptions<T, TValue?> IsAlone<T, TValue>(
        this IRuleBuilder<T, TValue?> rule,
        Func<T, object?> other,
        string otherName
    ) => rule.Must((request, value) => value is null || other(request) is null).WithMessage($"cannot be given together with {otherName}");

    /// <summary>Of a parameter that may be given several times: not more often than <paramref name="most"/>.</summary>
    public static IRuleBuilderOptions<T, IReadOnlyList<string>?> AreFew<T>(
        this IRuleBuilder<T, IReadOnlyList<string>?> rule,
        int most = 20
    ) => rule.Must(values => values is null || values.Count <= most).WithMessage($"may be given {most} times at most");

    /// <summary>The span's start is not after its end.</summary>
    public static IRuleBuilderOptions<T, TimeBound?> IsStartOf<T>(
        this IRuleBuilder<T, TimeBound?> rule,
        Func<T, TimeBound?> end,
        string endName = "end_date"
    ) =>
        rule.Must((request, start) => start is null || end(request) is not { } last || start.Value.AtStart <= last.AtEnd)
            .WithMessage($"must not be after {endName}");

    /// <inheritdoc cref="IsStartOf{T}(IRuleBuilder{T, TimeBound?}, Func{T, TimeBound?}, string)"/>
    public static IRuleBuilderOptions<T, LocalDate?> IsStartOf<T>(
        this IRuleBuilder<T, LocalDate?> rule,
        Func<T, LocalDate?> end,
        string endName = "end_date"
    ) =>
        rule.Must((request, start) => start is null || end(request) is not { } last || start.Value <= last)
            .WithMessage($"must not be after {endName}");
}
