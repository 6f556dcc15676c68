using System.Net;
using InvestmentAssistant.Api.Tests.Fixture;
using static InvestmentAssistant.Api.Tests.Fixture.WireJson;

namespace InvestmentAssistant.Api.Tests.Features.NewsSentiment;

/// <summary>What the feature says about itself, and which parameters are refused.</summary>
public sealed class SentimentRequestsTests(ApiHost api) : SentimentRoutesTestBase(api)
{
    [Fact]
    public async Task Info_names_routes_that_answer()
    {
        var json = await Routes.Ok($"{Root}/info");
        Assert.Equal(["api_name", "version", "description", "features", "data_summary", "endpoints"], Names(json));
        Assert.Equal(["latest_batch_id", "collection_date", "total_topics", "total_tickers"], Names(json.GetProperty("data_summary")));
        Assert.True(json.GetProperty("data_summary").GetProperty("total_tickers").GetInt32() > 100);
        var batch = json.GetProperty("data_summary").GetProperty("latest_batch_id").GetInt32();
        foreach (var endpoint in json.GetProperty("endpoints").EnumerateObject())
            await Routes.Ok(
                endpoint.Value.GetString()!.Replace("{batch_id}", $"{batch}").Replace("{topic}", "technology").Replace("{symbol}", "AAPL")
            );
    }

    [Theory]
    [InlineData("?days=0", "days")]
    [InlineData("?days=31", "days")]
    [InlineData("?limit=0", "limit")]
    [InlineData("?limit=101", "limit")]
    [InlineData("?limit=many", "limit")]
    [InlineData("?offset=-1", "offset")]
    [InlineData("?page=0", "page")]
    [InlineData("?page=2&offset=20", "page")]
    [InlineData("?cursor=abc", "cursor")]
    [InlineData("?cursor=abc&page=2", "cursor")]
    [InlineData("?min_sentiment=-1.1", "min_sentiment")]
    [InlineData("?max_sentiment=2", "max_sentiment")]
    [InlineData("?min_sentiment=0.5&max_sentiment=0.4", "min_sentiment")]
    [InlineData("?sentiment_labels=happy", "sentiment_labels")]
    [InlineData("?sort_by=title", "sort_by")]
    [InlineData("?order=up", "order")]
    [InlineData("/bullish?days=31", "days")]
    [InlineData("/latest?limit=500", "limit")]
    [InlineData("/batch/0", "batch_id")]
    [InlineData("/batch/first", "batch_id")]
    [InlineData("/ticker/AA%20PL", "symbol")]
    [InlineData("/ticker/AAPL?days=0", "days")]
    [InlineData("/ticker/AAPL/topics?limit=51", "limit")]
    [InlineData("/topic/technology?days=x", "days")]
    [InlineData("/topic/technology/tickers?limit=0", "limit")]
    [InlineData("/topics/ranking?top_count=0", "top_count")]
    [InlineData("/topics/ranking?bottom_count=51", "bottom_count")]
    [InlineData("/tickers/ranking?limit=51", "limit")]
    [InlineData("/tickers/ranking?min_mentions=0", "min_mentions")]
    [InlineData("/tickers/ranking?days=31", "days")]
    [InlineData("/sentiment-trends?interval=weekly", "interval")]
    [InlineData("/sentiment-trends?tickers=A,B%20C", "tickers")]
    [InlineData("/sentiment-trends?tickers=A,B,C,D,E,F,G,H,I,J,K,L,M,N,O,P,Q,R,S,T,U", "tickers")]
    [InlineData("/stats?days=31", "days")]
    public async Task A_bad_parameter_is_a_problem_that_names_it(string path, string parameter)
    {
        var (status, json) = await Routes.Get(Root + path);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.True(json.GetProperty("errors").TryGetProperty(parameter, out _), json.GetRawText());
    }
}
