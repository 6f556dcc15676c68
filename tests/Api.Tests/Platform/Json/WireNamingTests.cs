using InvestmentAssistant.Api.Platform.Json;

namespace InvestmentAssistant.Api.Tests.Platform.Json;

public sealed class WireNamingTests
{
    [Theory]
    [InlineData("TradePrice", "trade_price")]
    [InlineData("Volume24h", "volume_24h")]
    [InlineData("AccTradePrice24h", "acc_trade_price_24h")]
    [InlineData("PriceChangePercentage7d", "price_change_percentage_7d")]
    [InlineData("Sp500", "sp500")]
    [InlineData("Sp500Subscribers", "sp500_subscribers")]
    [InlineData("Open", "open")]
    public void Names_are_snake_case_with_figures_apart(string name, string wire) =>
        Assert.Equal(wire, WireNaming.Policy.ConvertName(name));
}
