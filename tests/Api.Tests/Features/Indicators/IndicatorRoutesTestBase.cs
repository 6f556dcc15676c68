using System.Globalization;
using System.Text.Json;
using InvestmentAssistant.Api.Tests.Fixture;
using NodaTime.Text;

namespace InvestmentAssistant.Api.Tests.Features.Indicators;

/// <summary>All routes of the four indicators, over the simulated provider's sixteen years.</summary>
public abstract class IndicatorRoutesTestBase(ApiHost api) : IClassFixture<ApiHost>, IAsyncLifetime
{
    /// <summary>Data sets of one provider fill one after the other, and others may stand before these.</summary>
    private static readonly TimeSpan s_fill = TimeSpan.FromSeconds(240);

    /// <summary>The data sets fill in the background when the host starts; the last one written is the 7-year yield by day.</summary>
    public async ValueTask InitializeAsync()
    {
        foreach (var path in new[] { "cpi", "inflation", "federal-funds-rate", "federal-funds-rate?interval=daily" })
            await Wait.Until(async () => (await Routes.Get($"/api/v1/{path}")).Json.GetProperty("total_count").GetInt32() > 0, s_fill);
        await Wait.Until(
            async () => (await Routes.Get("/api/v1/treasury-yield?maturity=7year&interval=daily")).Json.GetProperty("total").GetInt32() > 0,
            s_fill
        );
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    protected RouteClient Routes { get; } = new(api);

    protected static LocalDate Date(JsonElement row, string name = "date") =>
        LocalDatePattern.Iso.Parse(row.GetProperty(name).GetString()!).Value;

    protected static decimal Yield(JsonElement row) =>
        decimal.Parse(row.GetProperty("yield_rate").GetString()!, CultureInfo.InvariantCulture);
}
