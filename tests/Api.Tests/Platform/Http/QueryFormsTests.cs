using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using FastEndpoints;
using InvestmentAssistant.Api.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace InvestmentAssistant.Api.Tests.Platform.Http;

/// <summary>S8, H25, H26: the forms in which clients write a query.</summary>
public sealed class QueryFormsTests
{
    private static readonly Endpoint List = Slice("/list/{market}", typeof(ListRequest));

    private static readonly Endpoint Other = Slice("/other", typeof(OtherRequest));

    private static readonly Endpoint Page = Slice("/page", typeof(OtherRequest), new AlsoAnswers("text/html", null));

    private static readonly QueryVocabulary Vocabulary = new(new DefaultEndpointDataSource(List, Other, Page));

    [Theory]
    // H25
    [InlineData("symbols[]=A&symbols[]=B", "symbols=A&symbols=B")]
    [InlineData("symbols%5B%5D=A", "symbols=A")]
    [InlineData("symbols[0]=A&symbols[1]=B&symbols=C", "symbols=A&symbols=B&symbols=C")]
    [InlineData("limit[]=5", "limit=5")]
    // H26
    [InlineData("symbols=&limit=&start_date=&sort=", "")]
    [InlineData("symbols=A&symbols=&limit=%20", "symbols=A")]
    [InlineData("limit", "")]
    [InlineData("symbols=,&symbols[]=", "")]
    [InlineData("page=", "")]
    // Lists by commas, with spaces, repeated values, other cases and spellings.
    [InlineData("symbols=btc,%20eth&symbols=xrp", "symbols=btc&symbols=eth&symbols=xrp")]
    [InlineData("symbols=A,A&symbols=A", "symbols=A")]
    [InlineData("limit=5&limit=5", "limit=5")]
    [InlineData("limit=5&limit=6", "limit=5&limit=6")]
    [InlineData("Limit=5&startDate=2026-01-01&start-date=2026-01-02", "limit=5&start_date=2026-01-01&start_date=2026-01-02")]
    [InlineData("size=5", "limit=5")]
    [InlineData("symbol=btc", "symbols=btc")]
    [InlineData("start=2026-01-01", "start_date=2026-01-01")]
    [InlineData("sort=DESC", "sort=desc")]
    [InlineData("sort=sideways", "sort=sideways")]
    [InlineData("symbols=[\"A\",\"B\"]", "symbols=[\"A\",\"B\"]")]
    // Cache busters, trackers and what no route has.
    [InlineData("_=1&utm_source=x&t=2&limit=5", "_=1&utm_source=x&t=2&limit=5")]
    [InlineData("filter[symbols]=A", "filter[symbols]=A")]
    public async Task A_query_is_read_as_it_is_meant(string sent, string read)
    {
        var http = await InvokeAsync(List, sent);

        Assert.Equal(200, http.Response.StatusCode);
        Assert.Equal(
            read,
            Uri.UnescapeDataString(http.Request.QueryString.Value!.TrimStart('?')).Replace("+", " ", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("page=2", "page")]
    [InlineData("PAGE=2&limit=5", "page")]
    [InlineData("page[]=2", "page")]
    // The path names the market already.
    [InlineData("market=KRW-ETH", "market")]
    public async Task S8_a_parameter_of_other_routes_is_refused_by_name(string sent, string named)
    {
        var http = await InvokeAsync(List, sent);

        Assert.Equal(400, http.Response.StatusCode);
        var errors = Body(http).GetProperty("errors");
        Assert.Equal(named, errors.EnumerateObject().Single().Name, ignoreCase: true);
        Assert.Contains("limit, sort, start_date, symbols", Body(http).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_a_mail_links_to_takes_what_mail_programs_add() =>
        Assert.Equal(200, (await InvokeAsync(Page, "symbols=A")).Response.StatusCode);

    [Fact]
    public async Task Without_a_slice_a_query_is_tidied_and_nothing_is_refused() =>
        Assert.Equal(
            "?symbols=BTC,ETH",
            Uri.UnescapeDataString((await InvokeAsync(null, "symbols[]=BTC,ETH&interval=")).Request.QueryString.Value!)
        );

    private static async Task<HttpContext> InvokeAsync(Endpoint? endpoint, string query)
    {
        DefaultHttpContext http = new() { Response = { Body = new MemoryStream() } };
        http.Request.QueryString = new QueryString("?" + query);
        http.SetEndpoint(endpoint);
        await new QueryForms(_ => Task.CompletedTask, Vocabulary).InvokeAsync(http);
        return http;
    }

    private static JsonElement Body(HttpContext http) =>
        JsonSerializer.Deserialize<JsonElement>(((MemoryStream)http.Response.Body).ToArray());

    private static RouteEndpoint Slice(string path, Type request, params object[] metadata) =>
        new(
            _ => Task.CompletedTask,
            RoutePatternFactory.Parse(path),
            0,
            new EndpointMetadataCollection([
                new EndpointDefinition(typeof(QueryFormsTests), request, typeof(object)),
                new HttpMethodMetadata(["GET"]),
                .. metadata,
            ]),
            null
        );

    private sealed record ListRequest
    {
        public string Market { get; init; } = "";

        public int Limit { get; init; }

        public string? StartDate { get; init; }

        [AllowedValues("asc", "desc")]
        public string? Sort { get; init; }

        public IReadOnlyList<string>? Symbols { get; init; }
    }

    private sealed record OtherRequest
    {
        public int Page { get; init; }

        public string? Market { get; init; }
    }
}
