using FastEndpoints;
using InvestmentAssistant.Api.Features.Sp500.Documents;
using InvestmentAssistant.Api.Platform.Caching;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Markets.Equities.Boards;
using Marten;
using NodaTime;

namespace InvestmentAssistant.Api.Features.Sp500;

/// <summary>The stock's price now and its session, USD; null where nothing is known yet.</summary>
/// <param name="Open">First regular trade of the session.</param>
/// <param name="High">Highest price of the session.</param>
/// <param name="Low">Lowest price of the session.</param>
/// <param name="Volume">Regular-session shares so far.</param>
/// <param name="SessionDate">The session the price belongs to, New York date.</param>
/// <param name="MarketStatus">PRE, OPEN, POST or CLOSED.</param>
public sealed record StockPrice(
    string Symbol, string CompanyName, decimal? CurrentPrice, decimal? PreviousClose, decimal? ChangeAmount, decimal? ChangePercentage,
    decimal? Open, decimal? High, decimal? Low, long? Volume, long? Volume24h, bool? IsPositive, LocalDate? SessionDate, Instant? LastUpdated,
    string MarketStatus);

/// <summary>What the index list says of the company.</summary>
/// <param name="GicsSector">Sector by the Global Industry Classification Standard.</param>
/// <param name="DateAdded">Since when it is in the index.</param>
/// <param name="Cik">Central Index Key of the SEC.</param>
public sealed record StockCompany(
    string CompanyName, string? GicsSector, string? GicsSubIndustry, string? Headquarters, string? Founded, string? Cik, LocalDate? DateAdded);

/// <summary>Which parts of the page hold data.</summary>
public sealed record StockAvailability(bool CurrentPrice, bool CompanyOverview, bool BalanceSheet);

/// <summary>The company by its overview, USD; ratios as fractions of one unless named percent.</summary>
public sealed record CompanyOverview(
    string Name, string? Sector, string? Industry, string? Description, string? Website, decimal? MarketCap, decimal? PeRatio, decimal? DividendYield,
    decimal? Beta, decimal? Roe, decimal? ProfitMargin, long? BatchId);

/// <summary>The company's overview; while it is being collected <c>data</c> is null and <c>status</c> says collecting.</summary>
public sealed record CompanyPart(bool Available, CompanyOverview? Data, string? Status, string? Message);

/// <summary>USD, of the latest balance sheet.</summary>
public sealed record KeyMetrics(
    decimal? TotalAssets, decimal? TotalLiabilities, decimal? ShareholdersEquity, decimal? CashAndEquivalents, LocalDate? FiscalDateEnding);

/// <summary>A ratio and what it means.</summary>
public sealed record KeyRatio(decimal? Value, string? Status, string? Description);

/// <summary>The ratios shown on the page.</summary>
public sealed record KeyRatios(KeyRatio? CurrentRatio, KeyRatio? DebtToAsset);

/// <summary>The verdict over all ratios.</summary>
public sealed record FinancialHealth(string? Grade, decimal? Score, string? Status);

/// <summary>The company by its latest balance sheet.</summary>
public sealed record Financials(
    bool DataAvailable, KeyMetrics? KeyMetrics, KeyRatios? KeyRatios, FinancialHealth? FinancialHealth, string? LatestPeriod, string? Message);

/// <summary>The company's figures; while they are being collected <c>data</c> is null and <c>status</c> says collecting.</summary>
public sealed record FinancialPart(bool Available, Financials? Data, string? Status, string? Message);

/// <summary>Conclusions from all parts; needs the other parts first.</summary>
public sealed record StockAnalysis(bool Available, string? Summary, string? InvestmentPerspective, IReadOnlyList<string>? KeyHighlights, string? Message);

/// <summary>Where each part comes from; null while there is none.</summary>
public sealed record StockSources(string? CurrentPrice, string? CompanyOverview, string? BalanceSheet);

/// <summary>The stock page.</summary>
/// <param name="DataCase">complete_data, company_only, financial_only or basic_only: which parts are there.</param>
/// <param name="Company">The company as the index lists it; null when it has not been listed yet.</param>
public sealed record StockAnswer(
    string Symbol, string DataCase, Instant Timestamp, StockPrice CurrentPrice, StockCompany? Company, StockAvailability DataAvailability,
    CompanyPart CompanyInfo, FinancialPart FinancialData, StockAnalysis IntegratedAnalysis, StockSources DataSources);

/// <summary>One company: price, session, what the index list says of it.</summary>
public sealed class GetStock([FromKeyedServices("sp500")] EquityBoard board, IDocumentStore store, AnswerCache cache)
    : Endpoint<SymbolRequest, StockAnswer>
{
    private const string Collecting = "수집 중입니다.";

    public override void Configure()
    {
        Get("/api/v1/stocks/sp500/symbol/{symbol}");
        Options(b => b.WithTags("S&P 500").Keeps(DataKind.Live));
        Summary(s =>
        {
            s.Summary = "One company";
            s.Description = "Price and change against the previous close of the price's own session, the session's open, high, low and volume, and the company. "
                + "Parts that are not held yet say `collecting`.";
        });
    }

    public override async Task<StockAnswer> ExecuteAsync(SymbolRequest request, CancellationToken ct)
    {
        var (row, _) = await board.FindAsync(request.Symbol, ct);
        var company = (await cache.GetAsync($"sp500:company:{row.Symbol}", TimeSpan.FromMinutes(5), c => CompanyAsync(row.Symbol, c), ct))
            .AnnouncedTo(HttpContext) is [var held] ? held : null;
        var quote = row.Quote;
        return new StockAnswer(
            row.Symbol, "basic_only", board.Now,
            new StockPrice(
                row.Symbol, row.Name, row.Price, row.PreviousClose, row.Change.Amount, row.Change.Percent, quote?.Open, quote?.High, quote?.Low,
                row.Volume, row.Volume24h, row.Change.IsPositive, quote?.SessionDate, row.LastTradeAt, board.MarketStatus().Status),
            company is null ? null : new StockCompany(
                company.CompanyName, company.GicsSector, company.GicsSubIndustry, company.Headquarters, company.Founded, company.Cik, company.DateAdded),
            new StockAvailability(row.Price is not null, CompanyOverview: false, BalanceSheet: false),
            new CompanyPart(false, null, "collecting", $"기업 개요를 {Collecting}"),
            new FinancialPart(false, null, "collecting", $"재무 데이터를 {Collecting}"),
            new StockAnalysis(false, null, null, null, $"분석에 필요한 데이터를 {Collecting}"),
            new StockSources(quote?.Source, null, null));
    }

    private async Task<IReadOnlyList<Sp500Company>> CompanyAsync(string symbol, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return await session.LoadAsync<Sp500Company>(symbol, ct) is { } company ? [company] : [];
    }
}
