using InvestmentAssistant.Api.Domain.Equities;

namespace InvestmentAssistant.Api.Tests.Domain.Equities;

/// <summary>The US boards as their features declare them.</summary>
internal static class Us
{
    public static IReadOnlyList<UsBoard> Boards { get; } = [new("sp500", 1), new("etf", 2)];
}
