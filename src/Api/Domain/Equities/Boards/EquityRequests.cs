using FastEndpoints;
using FluentValidation;
using InvestmentAssistant.Api.Domain.Instruments;
using InvestmentAssistant.Api.Platform.Http.Paging;

namespace InvestmentAssistant.Api.Domain.Equities.Boards;

/// <summary>One stock or ETF.</summary>
public sealed record SymbolRequest
{
    /// <summary>Symbol in any case; BRK.B and BRK-B are the same.</summary>
    public string Symbol { get; init; } = "";
}

public sealed class SymbolValidator : Validator<SymbolRequest>
{
    public SymbolValidator() => RuleFor(r => r.Symbol).Must(EquitySymbol.IsWellFormed).WithMessage(EquitySymbol.Rule);
}

/// <summary>The first items of an order.</summary>
public sealed record MoversRequest
{
    /// <summary>Number of rows.</summary>
    public int Limit { get; init; } = 20;
}

public sealed class MoversValidator : Validator<MoversRequest>
{
    public MoversValidator() => RuleFor(r => r.Limit).IsLimit(100);
}
