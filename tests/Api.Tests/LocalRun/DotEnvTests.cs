using InvestmentAssistant.LocalRun;

namespace InvestmentAssistant.Api.Tests.LocalRun;

public sealed class DotEnvTests
{
    [Fact]
    public void Comments_quotes_and_exports_are_understood()
    {
        var variables = DotEnv.Parse([
            "# keys",
            "",
            "FINNHUB_API_KEY=abc123",
            "export NEWSAPI_API_KEY = \"quoted # not a comment\" # a comment",
            "X_API_BEARER_TOKEN='a=b%3D=='",
            "EMPTY=",
            "PLAIN=value # comment",
            "HASH=a#b",
            "not a line",
            "=nothing",
        ]);
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["FINNHUB_API_KEY"] = "abc123",
                ["NEWSAPI_API_KEY"] = "quoted # not a comment",
                ["X_API_BEARER_TOKEN"] = "a=b%3D==",
                ["EMPTY"] = "",
                ["PLAIN"] = "value",
                ["HASH"] = "a#b",
            },
            variables
        );
    }

    [Fact]
    public void No_file_means_no_variables() => Assert.Empty(DotEnv.Read("/nowhere/.env"));
}
