using FastEndpoints;
using FluentValidation;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.Indicators.Series;

/// <summary>A list of observations.</summary>
/// <param name="TotalCount">How many items follow.</param>
public sealed record Listing<TRow>(int TotalCount, IReadOnlyList<TRow> Items);

public static class Listing
{
    public static Listing<TRow> Of<TRow>(IEnumerable<TRow> rows)
    {
        IReadOnlyList<TRow> items = [.. rows];
        return new Listing<TRow>(items.Count, items);
    }
}

public sealed record OrderRequest
{
    /// <summary>desc (newest first) or asc.</summary>
    [QueryParam]
    public string OrderBy { get; init; } = "desc";
}

public sealed class OrderValidator : Validator<OrderRequest>
{
    public OrderValidator() => RuleFor(r => r.OrderBy).IsOneOf(Choices.Directions);
}

public sealed record MonthsRequest
{
    /// <summary>Number of months.</summary>
    [QueryParam]
    public int Months { get; init; } = 12;
}

public sealed class MonthsValidator : Validator<MonthsRequest>
{
    public MonthsValidator() => RuleFor(r => r.Months).InclusiveBetween(1, 60);
}

public sealed record YearRequest
{
    /// <summary>Calendar year.</summary>
    public int Year { get; init; }
}

public sealed class YearValidator : Validator<YearRequest>
{
    public YearValidator() => RuleFor(r => r.Year).InclusiveBetween(1, 9999);
}
