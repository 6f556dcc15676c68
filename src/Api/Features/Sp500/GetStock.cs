using FastEndpoints;
using InvestmentAssistant.Api.Domain.AlphaVantage;
using InvestmentAssistant.Api.Domain.Equities;
using InvestmentAssistant.Api.Domain.Equities.Boards;
using InvestmentAssistant.Api.Domain.Fundamentals;
using InvestmentAssistant.Api.Features.Sp500.Documents;
using InvestmentAssistant.Api.Features.Sp500.StockPage;
using InvestmentAssistant.Api.Platform.Http;
using Marten;

namespace InvestmentAssistant.Api.Features.Sp500;

/// <summary>The stock's price now and its session, USD; null where nothing is known yet.</summary>
/// <param name="Open">First regular trade of the session.</param>
/// <param name="High">Highest price of the session.</param>
/// <param name="Low">Lowest price of the session.</param>
/// <param name="Volume">Regular-session shares so far.</param>
/// <param name="SessionDate">The session the price belongs to, New York date.</param>
/// <param name="MarketStatus">PRE, OPEN, POST or CLOSED.</param>
/// <param name="Week52High">Highest price of 52 weeks, the running session and the last price included; splits applied.</param>
/// <param name="Week52Low">Lowest price of 52 weeks, likewise.</param>
public sealed record StockPrice(
    string Symbol,
    string CompanyName,
    decimal? CurrentPrice,
    decimal? PreviousClose,
    decimal? ChangeAmount,
    decimal? ChangePercentage,
    decimal? Open,
    decimal? High,
    decimal? Low,
    long? Volume,
    long? Volume24h,
    bool? IsPositive,
    LocalDate? SessionDate,
    Instant? LastUpdated,
    string MarketStatus,
    decimal? Week52High,
    decimal? Week52Low
);

/// <summary>Entry of the company in the index list.</summary>
/// <param name="GicsSector">Sector by the Global Industry Classification Standard.</param>
/// <param name="DateAdded">Since when it is in the index.</param>
/// <param name="Cik">Central Index Key of the SEC.</param>
public sealed record StockCompany(
    string CompanyName,
    string? GicsSector,
    string? GicsSubIndustry,
    string? Headquarters,
    string? Founded,
    string? Cik,
    LocalDate? DateAdded
);

/// <summary>Which parts of the page hold data.</summary>
public sealed record StockAvailability(bool CurrentPrice, bool CompanyOverview, bool BalanceSheet);

/// <summary>Where each part comes from; null while there is none.</summary>
public sealed record StockSources(string? CurrentPrice, string? CompanyOverview, string? BalanceSheet);

/// <summary>The stock page.</summary>
/// <param name="DataCase">complete_data, company_only, financial_only or basic_only: which parts are there.</param>
/// <param name="Company">The company as the index lists it; null when it has not been listed yet.</param>
public sealed record StockAnswer(
    string Symbol,
    string DataCase,
    Instant Timestamp,
    StockPrice CurrentPrice,
    StockCompany? Company,
    StockAvailability DataAvailability,
    CompanyPart CompanyInfo,
    FinancialPart FinancialData,
    StockAnalysis IntegratedAnalysis,
    StockSources DataSources
);

/// <summary>One company: price, session, what the index list says of it, its overview and its books.</summary>
public sealed class GetStock(
    [FromKeyedServices("sp500")] EquityBoard board,
    IDocumentStore store,
    AgedAnswers cache,
    OverviewReader overviews,
    BalanceSheetReader sheets,
    YearRanges ranges
) : Endpoint<SymbolRequest, StockAnswer>
{
    public override void Configure()
    {
        Get("symbol/{symbol}");
        Group<Sp500Group>();
        Options(b => b.CachesAs(DataKind.Live));
        Summary(s =>
        {
            s.Summary = "One company";
            s.Description = """
                Price and change against the previous close of the price's own session, the session's open, high, low and volume; the
                company as the index lists it; its overview;
                its latest balance sheet with ratios and health; and what these say together. Parts that are not held yet say `collecting`.
                A P/E is low under 0.75 and high over 1.25 of the
                median of its GICS sector; with fewer than ten peers low under 15 and high over 25.
                """;
        });
    }

    public override async Task<StockAnswer> ExecuteAsync(SymbolRequest request, CancellationToken ct)
    {
        var (row, moment) = await board.FindAsync(request.Symbol, ct);
        var company = await cache.GetAsync($"sp500:company:{row.Symbol}", TimeSpan.FromMinutes(5), c => CompanyAsync(row.Symbol, c), ct)
            is [var listed]
            ? listed
            : null;
        var overview = await overviews.OfAsync(row.Symbol, ct);
        var sheet = await sheets.OfCompanyAsync(row.Symbol, ct) is [var latest, ..] ? latest : null;
        var yardstick = Yardsticks.Of(company?.GicsSector ?? row.Sector, company?.GicsSubIndustry);
        var valuation = await ValuationAsync(overview, row, moment, ct);
        var quote = row.Quote;
        var year = (await ranges.OfAsync(row.Symbol, ct)).With(overview?.Week52High, overview?.Week52Low).With(quote);
        return new StockAnswer(
            row.Symbol,
            CaseOf(overview, sheet),
            board.Now,
            new StockPrice(
                row.Symbol,
                row.Name,
                row.Price,
                row.PreviousClose,
                row.Change.Amount,
                row.Change.Percent,
                quote?.Open,
                quote?.High,
                quote?.Low,
                row.Volume,
                row.Volume24h,
                row.Change.IsPositive,
                quote?.SessionDate,
                row.LastTradeAt,
                board.MarketStatus().Status,
                year.High,
                year.Low
            ),
            company is null
                ? null
                : new StockCompany(
                    company.CompanyName,
                    company.GicsSector,
                    company.GicsSubIndustry,
                    company.Headquarters,
                    company.Founded,
                    company.Cik,
                    company.DateAdded
                ),
            new StockAvailability(row.Price is not null, overview is not null, sheet is not null),
            CompanyPart.Of(overview, valuation, year),
            FinancialPart.Of(sheet, yardstick),
            StockAnalysis.Of(overview, sheet, valuation, yardstick),
            new StockSources(
                quote?.Source,
                overview is null ? null : AlphaVantageClient.Provider,
                sheet is null ? null : AlphaVantageClient.Provider
            )
        );
    }

    private static string CaseOf(CompanyOverview? overview, BalanceSheet? sheet) =>
        (overview, sheet) switch
        {
            (not null, not null) => "complete_data",
            (not null, null) => "company_only",
            (null, not null) => "financial_only",
            _ => "basic_only",
        };

    private async Task<Valuation> ValuationAsync(CompanyOverview? overview, EquityRow row, EquityMoment moment, CancellationToken ct)
    {
        if (overview is null)
            return Valuation.Of(null, []);
        var ratios = await overviews.PeRatiosAsync(ct);
        var peers = moment.Rows.Where(r => r.Sector is not null && r.Sector == row.Sector && r.Symbol != row.Symbol).Select(r => r.Symbol);
        return Valuation.Of(overview.PeRatio, peers.Where(ratios.ContainsKey).Select(symbol => ratios[symbol]));
    }

    private async Task<IReadOnlyList<Sp500Company>> CompanyAsync(string symbol, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return await session.LoadAsync<Sp500Company>(symbol, ct) is { } company ? [company] : [];
    }
}
