using InvestmentAssistant.Api.Domain.Finnhub;
using InvestmentAssistant.Api.Domain.Instruments;
using InvestmentAssistant.Api.Platform.Ingestion;

namespace InvestmentAssistant.Api.Features.CompanyNews.Ingestion;

/// <summary>
/// Goes round all members of the S&amp;P 500 twice a day; an hour whose calls do not reach to the end is followed by the next, which goes
/// on from there.
/// </summary>
public sealed class CompanyNewsJob(CompanyArticles articles, InstrumentDirectory directory) : IDataSetJob
{
    public const string Name = "company-news";

    private static readonly Duration s_askAgainAfter = Duration.FromHours(11);

    public DataSetDescription Description { get; } =
        new(Name, FinnhubClient.Provider, "News of the companies of the S&P 500", "0 40 * * * ?", Duration.FromHours(14));

    public async Task<JobOutcome> RunAsync(JobContext context, CancellationToken ct)
    {
        var companies = await directory.ReadAsync("sp500", ct);
        if (companies.Count == 0)
            return new JobOutcome(0, Complete: false, Note: "the list of companies is not there yet");
        // Those that people watch most come first at a first start.
        var symbols = companies.OrderBy(c => c.Rank).ThenBy(c => c.Symbol, StringComparer.Ordinal).Select(c => c.Symbol).ToList();
        return await articles.FetchAsync(symbols, s_askAgainAfter, context, ct);
    }
}
