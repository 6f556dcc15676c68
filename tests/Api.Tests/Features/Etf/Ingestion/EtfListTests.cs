using InvestmentAssistant.Api.Features.Etf.Ingestion;

namespace InvestmentAssistant.Api.Tests.Features.Etf.Ingestion;

public sealed class EtfListTests
{
    [Fact]
    public void The_shipped_list_has_112_funds_with_names_and_ranks()
    {
        var funds = EtfListJob.ReadShipped();

        Assert.Equal(112, funds.Count);
        Assert.Equal(112, funds.Select(f => f.Symbol).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(("SPY", 1, 0.0945m), (funds[0].Symbol, funds[0].Rank, funds[0].ExpenseRatioPercent!.Value));
        Assert.All(funds, f => Assert.NotEmpty(f.Name));
        Assert.All(funds, f => Assert.True(f.ExpenseRatioPercent is null or (>= 0 and < 5)));
    }
}
