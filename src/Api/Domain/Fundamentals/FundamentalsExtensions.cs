using Marten;

namespace InvestmentAssistant.Api.Domain.Fundamentals;

public static class FundamentalsExtensions
{
    /// <summary>Balance sheets as several features read them.</summary>
    public static IServiceCollection AddFundamentals(this IServiceCollection services)
    {
        services.ConfigureMarten(Declare);
        return services.AddScoped<BalanceSheetReader>().AddSingleton<YardstickReader>();
    }

    /// <summary>By company and by date: newest first, then symbol, is the order of every list.</summary>
    private static void Declare(StoreOptions store) =>
        store
            .Schema.For<BalanceSheet>()
            .DocumentAlias("balance_sheet")
            .Identity(s => s.Id)
            .Duplicate(s => s.Symbol, notNull: true)
            .Duplicate(s => s.FiscalDateEnding, notNull: true)
            .Index(s => new { s.Symbol, s.FiscalDateEnding })
            .Index(s => new { s.FiscalDateEnding, s.Symbol });
}
