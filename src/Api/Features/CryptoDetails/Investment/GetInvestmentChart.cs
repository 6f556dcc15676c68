using FastEndpoints;
using FluentValidation;
using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Domain.Markets.Charts;
using InvestmentAssistant.Api.Features.CryptoDetails.Coins;
using InvestmentAssistant.Api.Features.CryptoDetails.Wording;
using InvestmentAssistant.Api.Platform.Http;
using NodaTime.Text;

namespace InvestmentAssistant.Api.Features.CryptoDetails.Investment;

public sealed record InvestmentChartRequest
{
    /// <summary>Coin in any case: btc, BTC. The market of the domestic exchange (KRW-BTC) is taken too.</summary>
    public string Symbol { get; init; } = "";

    /// <summary>30M, 1H, 1D, 1W or 1MO.</summary>
    [QueryParam]
    public string Timeframe { get; init; } = "1D";
}

public sealed class InvestmentChartValidator : Validator<InvestmentChartRequest>
{
    public InvestmentChartValidator()
    {
        RuleFor(r => r.Symbol).IsCoinSymbol();
        RuleFor(r => r.Timeframe).IsOneOfAnyCase([.. ChartFrame.All.Select(f => f.Name)]);
    }
}

/// <summary>A timeframe: how far back, in bars of which size, made of what; and which bars give the volume of 24 hours.</summary>
internal sealed record ChartFrame(string Name, Duration Length, Duration Step, ChartSource Source, BarResolution VolumeBars)
{
    public static readonly IReadOnlyList<ChartFrame> All =
    [
        new("30M", Duration.FromMinutes(30), Duration.FromSeconds(10), ChartSource.Trades, BarResolution.Minute),
        new("1H", Duration.FromHours(1), Duration.FromSeconds(30), ChartSource.Trades, BarResolution.Minute),
        new("1D", Duration.FromDays(1), Duration.FromMinutes(5), ChartSource.MinuteBars, BarResolution.QuarterHour),
        new("1W", Duration.FromDays(7), Duration.FromMinutes(30), ChartSource.QuarterHourBars, BarResolution.QuarterHour),
        new("1MO", Duration.FromDays(30), Duration.FromHours(1), ChartSource.HourBars, BarResolution.Hour),
    ];

    public static ChartFrame Of(string name) => All.First(f => f.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}

/// <summary>GET /api/v1/crypto/details/investment/{symbol}/chart: KRW bars of the domestic exchange, sized to the range.</summary>
public sealed class GetInvestmentChart(CoinDirectory coins, IChartReader charts, IMarketStore bars, AgedAnswers cache, IClock clock)
    : Endpoint<InvestmentChartRequest, InvestmentChart>
{
    private static readonly TimeSpan s_freshFor = TimeSpan.FromSeconds(2);

    public override void Configure()
    {
        Get("investment/{symbol}/chart");
        Group<CryptoDetailsGroup>();
        Options(b => b.CachesAs(DataKind.Minutes));
        Summary(s =>
        {
            s.Summary = "KRW chart of a coin";
            s.Description =
                "Bars of the domestic exchange: 30M in 10 seconds, 1H in 30 seconds, 1D in 5 minutes, 1W in 30 minutes, 1MO in "
                + "hours. What lies before our own trades "
                + "began stands in minutes. Bars without a trade are left out. 404 for a coin that the exchange does not list.";
        });
    }

    public override async Task<InvestmentChart> ExecuteAsync(InvestmentChartRequest request, CancellationToken ct)
    {
        var coin = await coins.FindAsync(request.Symbol, ct);
        if (coin.Market is not { } market)
            throw ProblemException.NotFound($"{coin.Symbol} is not traded on the domestic exchange: there is no KRW chart.");
        var frame = ChartFrame.Of(request.Timeframe);
        return await cache.GetAsync(
            $"crypto-details:chart:{market}:{frame.Name}",
            s_freshFor,
            c => ReadAsync(coin.Symbol, market, frame, c),
            ct
        );
    }

    private async Task<InvestmentChart> ReadAsync(string symbol, string market, ChartFrame frame, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var window = new ChartWindow(now - frame.Length, now + Duration.FromTicks(1), frame.Source, frame.Step);
        var points = await charts.ReadAsync(market, window, ct);
        if (frame.Source is ChartSource.Trades)
            points = [.. await BeforeAsync(market, window, points, ct), .. points];
        var volumes = await bars.ReadBarsAsync(market, frame.VolumeBars, window.From - Duration.FromHours(25), window.To, ct);
        var rolling = new RollingVolume(volumes, Duration.FromMinutes((int)frame.VolumeBars));
        return InvestmentChart.Of(symbol, market, frame, points, rolling, now);
    }

    /// <summary>Minutes before the first of our own trades: a process that has just started has history bars only.</summary>
    private async Task<IReadOnlyList<ChartPoint>> BeforeAsync(
        string market,
        ChartWindow window,
        IReadOnlyList<ChartPoint> trades,
        CancellationToken ct
    )
    {
        var minute = Duration.FromMinutes(1);
        var until = trades is [var first, ..] ? first.At : window.To;
        return
        [
            .. (await charts.ReadAsync(market, window with { Source = ChartSource.MinuteBars, Step = minute }, ct)).Where(p =>
                p.At + minute <= until
            ),
        ];
    }
}

/// <summary>Coins traded in the 24 hours up to a moment, from bars.</summary>
internal sealed class RollingVolume
{
    private static readonly Duration s_day = Duration.FromHours(24);
    private static readonly Duration s_tolerance = Duration.FromHours(1);

    private readonly IReadOnlyList<Bar> _bars;
    private readonly Duration _length;
    private readonly decimal[] _before;

    /// <param name="bars">Ascending.</param>
    /// <param name="length">Of one bar.</param>
    public RollingVolume(IReadOnlyList<Bar> bars, Duration length)
    {
        (_bars, _length, _before) = (bars, length, new decimal[bars.Count + 1]);
        for (var i = 0; i < bars.Count; i++)
            _before[i + 1] = _before[i] + bars[i].Volume;
    }

    /// <summary>Null when the bars do not reach back a day.</summary>
    public decimal? At(Instant end)
    {
        if (_bars.Count == 0 || _bars[0].Start > end - s_day + s_tolerance)
            return null;
        return Decimals.Round(_before[CountBefore(end)] - _before[CountBefore(end - s_day)], 8);
    }

    /// <summary>Number of bars that end by that moment.</summary>
    private int CountBefore(Instant at)
    {
        var (low, high) = (0, _bars.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_bars[middle].Start + _length <= at)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}

/// <param name="Market">KRW-BTC.</param>
/// <param name="MarketCode">The same, by the name that the web client reads.</param>
/// <param name="IntervalSeconds">Length of a bar; older ones of 30M and 1H may be minutes.</param>
/// <param name="Currency">KRW.</param>
/// <param name="DataPoints">How many bars follow.</param>
/// <param name="PriceRange">Lowest and highest price, KRW; null without bars.</param>
/// <param name="LastUpdated">Start of the last bar; null without bars.</param>
public sealed record InvestmentChart(
    string Symbol,
    string Market,
    string Timeframe,
    long IntervalSeconds,
    string Currency,
    int DataPoints,
    PriceRange? PriceRange,
    IReadOnlyList<InvestmentChartBar> ChartData,
    Instant? LastUpdated,
    string MarketCode
)
{
    internal static InvestmentChart Of(
        string symbol,
        string market,
        ChartFrame frame,
        IReadOnlyList<ChartPoint> points,
        RollingVolume rolling,
        Instant now
    ) =>
        new(
            symbol,
            market,
            frame.Name,
            (long)frame.Step.TotalSeconds,
            "KRW",
            points.Count,
            points.Count == 0 ? null : new PriceRange(points.Min(p => p.Low), points.Max(p => p.High)),
            [.. points.Select(p => InvestmentChartBar.Of(p, rolling.At(Instant.Min(p.At + frame.Step, now))))],
            points.Count == 0 ? null : points[^1].At,
            market
        );
}

/// <summary>KRW.</summary>
public sealed record PriceRange(decimal Min, decimal Max);

/// <summary>One bar. Prices in KRW, volumes in coins; open, high and low are the bar's, not the day's.</summary>
/// <param name="Timestamp">Start.</param>
/// <param name="TimestampMs">The same, Unix milliseconds.</param>
/// <param name="Price">The close.</param>
/// <param name="AccVolume24h">Coins in the 24 hours before its end; null when history does not reach back so far.</param>
/// <param name="TradeDate">Of the start, UTC, as the exchange writes it: 20250716.</param>
/// <param name="TradeTime">Of the start, UTC: 143000.</param>
public sealed record InvestmentChartBar(
    Instant Timestamp,
    long TimestampMs,
    decimal Price,
    decimal Open,
    decimal High,
    decimal Low,
    decimal Close,
    decimal Volume,
    decimal? AccVolume24h,
    string TradeDate,
    string TradeTime
)
{
    private static readonly InstantPattern s_date = InstantPattern.CreateWithInvariantCulture("uuuuMMdd");
    private static readonly InstantPattern s_time = InstantPattern.CreateWithInvariantCulture("HHmmss");

    public static InvestmentChartBar Of(ChartPoint point, decimal? volume24h) =>
        new(
            point.At,
            point.At.ToUnixTimeMilliseconds(),
            point.Close,
            point.Open,
            point.High,
            point.Low,
            point.Close,
            point.Volume,
            volume24h,
            s_date.Format(point.At),
            s_time.Format(point.At)
        );
}
