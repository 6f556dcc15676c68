using System.Net;
using System.Text.Json;
using InvestmentAssistant.Api.Tests.Clients;
using InvestmentAssistant.Api.Tests.Features.Docs;
using InvestmentAssistant.Api.Tests.Fixture;

namespace InvestmentAssistant.Api.Tests.Features;

/// <summary>S8, H25, H26: the lists of instruments by symbols, through the binder and the slices.</summary>
public sealed class SymbolListsTests(ApiHost api) : IClassFixture<ApiHost>, IAsyncLifetime
{
    private readonly HttpClient _http = api.Host.Server.CreateClient();

    public async ValueTask InitializeAsync() => await Listed.InAsync(api);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("/api/v1/crypto", "", "market", "BTC,ETH", "KRW-BTC,KRW-ETH")]
    [InlineData("/api/v1/crypto", "", "market", "krw-btc, eth,NOPE", "KRW-BTC,KRW-ETH")]
    [InlineData("/api/v1/stocks/sp500", "stocks", "symbol", "AAPL,brk-b", "AAPL,BRK.B")]
    [InlineData("/api/v1/etf", "etfs", "symbol", "SPY, qqq", "QQQ,SPY")]
    public async Task S8_a_list_by_symbols_has_those_alone_in_any_spelling(
        string path,
        string list,
        string key,
        string symbols,
        string expected
    )
    {
        var each = symbols.Split(',').Select(s => s.Trim()).ToList();
        string[] forms =
        [
            $"symbols={Uri.EscapeDataString(symbols)}",
            string.Join('&', each.Select(s => $"symbols={s}")),
            string.Join('&', each.Select(s => $"symbols[]={s}")),
            string.Join('&', each.Select((s, i) => $"symbols[{i}]={s}")),
            $"symbols={symbols}&limit=&page=&_=1732870000",
        ];

        foreach (var form in forms)
        {
            var json = (await AskAsync($"{path}?{form}")).Json;
            var rows = list.Length > 0 ? json.GetProperty(list) : json;
            Assert.Equal(
                expected.Split(','),
                rows.EnumerateArray().Select(row => row.GetProperty(key).GetString()).Order(StringComparer.Ordinal)
            );
        }
    }

    [Theory]
    [InlineData("/api/v1/cpi/statistics?limit=5", "limit")]
    [InlineData("/api/v1/stocks/sp500/gainers?symbols=AAPL", "symbols")]
    [InlineData("/api/v1/crypto?symbols=B%24TC", "symbols")]
    [InlineData("/api/v1/crypto/BTC?days=30", "days")]
    [InlineData("/sse/crypto?limit=3", "limit")]
    public async Task S8_a_parameter_that_would_be_ignored_is_refused_by_name(string url, string parameter)
    {
        var answer = await AskAsync(url);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal([parameter], answer.Json.GetProperty("errors").EnumerateObject().Select(e => e.Name));
    }

    [Theory]
    [InlineData("/api/v1/market-news/?sources=&start_date=&limit=&page=&cursor=&search=")]
    [InlineData("/api/v1/financial-news/?categories=&symbols[]=&sources[0]=&end_date=&page=")]
    [InlineData("/api/v1/earnings-calendar/?symbol=&limit=&offset=&start_date=&end_date=")]
    [InlineData("/api/v1/market-news-sentiment/?min_sentiment=&sentiment_labels=&order=&days=")]
    [InlineData("/api/v1/sns/posts?platform=&author=&skip=&limit=")]
    [InlineData("/api/v1/treasury-yield/?maturity=&size=&order_by=")]
    public async Task H26_a_parameter_without_a_value_is_absent(string url)
    {
        var (empty, absent) = (await AskAsync(url), await AskAsync(url.Split('?')[0]));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (empty.Status, absent.Status));
        Assert.Equal(absent.Json.ValueKind, empty.Json.ValueKind);
        if (absent.Json.ValueKind is JsonValueKind.Array)
            Assert.Equal(absent.Json.GetArrayLength(), empty.Json.GetArrayLength());
    }

    private Task<ClientAnswer> AskAsync(string url) => ClientAnswer.SendAsync(_http, "GET", url, [], null, Ct);
}
