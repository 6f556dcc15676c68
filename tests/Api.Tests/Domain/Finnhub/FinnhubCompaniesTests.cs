using InvestmentAssistant.Api.Domain.Finnhub;
using InvestmentAssistant.Api.Platform.Providers;
using InvestmentAssistant.Api.Tests.Platform.Providers;

namespace InvestmentAssistant.Api.Tests.Domain.Finnhub;

/// <summary>Company news and the calendar of earnings, as captured and as they may come.</summary>
public sealed class FinnhubCompaniesTests
{
    private static readonly LocalDate From = new(2020, 1, 20);
    private static readonly LocalDate To = new(2020, 1, 31);

    private static FinnhubClient Client(string body, List<string>? asked = null) => new(Samples.Answering(body, asked: asked));

    [Fact]
    public async Task Company_news_are_read_as_captured()
    {
        var asked = new List<string>();
        var news = await Client(Samples.Text("Finnhub", "company-news.json"), asked).CompanyNewsAsync("BRK.B", From, To, Ct);
        Assert.Equal("/company-news?symbol=BRK.B&from=2020-01-20&to=2020-01-31", Assert.Single(asked));
        Assert.Equal(0, news.Dropped);
        var first = news.Rows[0];
        Assert.Equal((25286L, 1569550360L, "AAPL", "The Economic Times India"), (first.Id, first.Datetime, first.Related, first.Source));
        Assert.StartsWith("https://economictimes.indiatimes.com/", first.Url, StringComparison.Ordinal);
        Assert.StartsWith("NEW DELHI", first.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_article_is_counted_and_the_good_one_beside_it_kept()
    {
        var news = await Client(
                """[{"datetime":"soon","headline":"x"},null,7,{"datetime":1569550360,"headline":"kept","id":"12","url":null}]"""
            )
            .CompanyNewsAsync("A", From, To, Ct);
        Assert.Equal(("kept", 12L, 3), (Assert.Single(news.Rows).Headline, news.Rows[0].Id, news.Dropped));
    }

    [Theory]
    [InlineData("""{"error":"API limit reached. Please try again later. Remaining Limit: 0"}""", ProviderFailure.RateLimited)]
    [InlineData("""{"error":"You don't have access to this resource."}""", ProviderFailure.Rejected)]
    [InlineData("{}", ProviderFailure.BadReply)]
    public async Task An_error_inside_a_200_is_no_empty_list(string body, ProviderFailure kind)
    {
        Assert.Equal(kind, (await Assert.ThrowsAsync<ProviderException>(() => Client(body).CompanyNewsAsync("A", From, To, Ct))).Kind);
        Assert.Equal(kind, (await Assert.ThrowsAsync<ProviderException>(() => Client(body).EarningsAsync(From, To, Ct))).Kind);
    }

    [Fact]
    public async Task The_calendar_of_earnings_is_read_as_captured()
    {
        var asked = new List<string>();
        var reports = await Client(Samples.Text("Finnhub", "calendar-earnings.json"), asked).EarningsAsync(From, To, Ct);
        Assert.Equal("/calendar/earnings?from=2020-01-20&to=2020-01-31", Assert.Single(asked));
        Assert.Equal(
            new FinnhubEarnings
            {
                Symbol = "AAPL",
                Date = "2020-01-28",
                Hour = "amc",
                EpsActual = 4.99m,
                EpsEstimate = 4.5474m,
                Quarter = 1,
                Year = 2020,
            },
            reports.Rows[0]
        );
    }

    [Fact]
    public async Task What_is_not_out_yet_is_null()
    {
        var reports = await Client(
                """{"earningsCalendar":[{"date":"2020-01-28","epsActual":null,"epsEstimate":null,"hour":"","quarter":1,"symbol":"AAPL","year":2020}]}"""
            )
            .EarningsAsync(From, To, Ct);
        Assert.Equal((null, null), (Assert.Single(reports.Rows).EpsActual, reports.Rows[0].EpsEstimate));
    }
}
