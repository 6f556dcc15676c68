using FastEndpoints;
using FluentValidation;
using InvestmentAssistant.Api.Domain.Fundamentals;
using InvestmentAssistant.Api.Domain.Instruments;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.BalanceSheets;

/// <summary>One company, its texts in one language.</summary>
public sealed record CompanyTextRequest
{
    /// <summary>Symbol in any case; BRK.B and BRK-B are the same.</summary>
    public string Symbol { get; init; } = "";

    /// <summary>Language of the texts: ko or en. Labels (우수, 양호, 보통, 위험) stay as they are.</summary>
    [QueryParam]
    public string Lang { get; init; } = "ko";

    internal Language Language() => Lang == "en" ? Domain.Fundamentals.Language.En : Domain.Fundamentals.Language.Ko;
}

public sealed class CompanyTextValidator : Validator<CompanyTextRequest>
{
    public CompanyTextValidator()
    {
        RuleFor(r => r.Symbol).Must(EquitySymbol.IsWellFormed).WithMessage(EquitySymbol.Rule);
        RuleFor(r => r.Lang).IsOneOf("ko", "en");
    }
}

internal static class HeldSheets
{
    /// <summary>All of a company's sheets, newest first.</summary>
    /// <exception cref="ProblemException">404: none is held.</exception>
    public static async Task<IReadOnlyList<BalanceSheet>> NeededOfAsync(this BalanceSheetReader reader, string symbol, CancellationToken ct)
    {
        var wanted = EquitySymbol.Normalize(symbol);
        return await reader.OfCompanyAsync(wanted, ct) is { Count: > 0 } sheets
            ? sheets
            : throw ProblemException.NotFound($"No balance sheet of {wanted} is held.");
    }
}
