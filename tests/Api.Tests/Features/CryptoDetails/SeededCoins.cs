using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Features.CryptoDetails.Documents;
using InvestmentAssistant.Api.Features.CryptoDetails.Premium;
using InvestmentAssistant.Api.Platform.Boards;
using InvestmentAssistant.Api.Tests.Fixture;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace InvestmentAssistant.Api.Tests.Features.CryptoDetails;

/// <summary>
/// Collection fixture: the shared host with coins of our own, whose figures the tests know, beside those of its simulated market. ZZTEST
/// has everything, ZZBARE a line in the list only, ZZTWIN is two coins.
/// </summary>
public sealed class SeededCoins(LocalServices services) : IAsyncLifetime
{
    public const decimal WonPerCoin = 1_500_000;

    public SharedApi Api { get; private set; } = null!;

    /// <summary>ZZTEST's bars end with the last that were over then; the tests ask a little later.</summary>
    public Instant BarsUntil { get; private set; }

    private static Instant Now => SystemClock.Instance.GetCurrentInstant();

    private IDocumentStore Documents => Api.Host.Services.GetRequiredService<IDocumentStore>();

    public async ValueTask InitializeAsync()
    {
        Api = await services.ApiAsync();
        await Api.FillAsync("coin-list", "crypto-global");
        var board = Api.Host.Services.GetRequiredService<IBoard<CryptoQuote>>();
        await Wait.Until(() => board.Find("KRW-USDT")?.TradePrice is not null, TimeSpan.FromSeconds(60));
        await SeedAsync();
    }

    /// <summary>The host lives on for the other classes.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static VenueTicker Ticker(
        string exchange,
        string target,
        decimal last,
        decimal usd,
        decimal volume,
        bool stale = false,
        bool anomaly = false,
        int minutesOld = 1
    ) =>
        new(
            exchange,
            exchange.ToUpperInvariant(),
            "ZZTEST",
            target,
            last,
            usd,
            volume,
            volume * usd,
            exchange == "upbit" ? 0.06m : 0.02m,
            Now - Duration.FromMinutes(minutesOld),
            anomaly,
            stale
        );

    /// <summary>ZZTEST with everything, ZZBARE with a line in the list only, two of one symbol, and a dollar price of USDT.</summary>
    private async Task SeedAsync()
    {
        // A list or a batch that the host reads beside us takes what is older than it for gone.
        var later = Now + Duration.FromHours(1);
        await using var session = Documents.LightweightSession();
        session.Store(
            Sample.Listing("zz-test", "ZZTEST", 3_000) with
            {
                FetchedAt = later,
            },
            Sample.Listing("zz-near", "ZZNEAR", 3_004) with
            {
                FetchedAt = later,
            },
            new CoinListing
            {
                Id = "zz-bare",
                Symbol = "ZZBARE",
                Name = "Bare",
                FetchedAt = later,
            },
            Sample.Listing("zz-small", "ZZTWIN", 3_020) with
            {
                FetchedAt = later,
            },
            Sample.Listing("zz-large", "ZZTWIN", 3_019) with
            {
                FetchedAt = later,
            }
        );
        session.Store(
            Sample.Details("zz-test", "ZZTEST") with
            {
                PrimaryCategory = "ZZ Category",
                Categories = ["ZZ Category", "Layer 1 (L1)", "Proof of Stake (PoS)"],
            },
            Sample.Details("zz-near", "ZZNEAR") with
            {
                PrimaryCategory = "ZZ Category",
                Commits4Weeks = 1,
            }
        );
        session.Store(
            new CoinMapping
            {
                Id = "KRW-ZZTEST",
                Symbol = "ZZTEST",
                CoinId = "zz-test",
                Method = "name",
                Candidates = 1,
                MappedAt = Now,
            }
        );
        session.Store(
            new CoinTickers
            {
                Id = "zz-test",
                FetchedAt = Now,
                Venues =
                [
                    Ticker("upbit", "KRW", WonPerCoin, 1_000, 40),
                    Ticker("binance", "USDT", 1_000, 1_000, 300),
                    Ticker("kraken", "USD", 1_004, 1_004, 100),
                    Ticker("gate", "USDT", 1_001, 1_001, 1),
                    Ticker("huobi", "USDT", 900, 900, 900),
                    Ticker("mxc", "USDT", 1_000, 1_000, 500, stale: true),
                    Ticker("bitget", "USDT", 1_000, 1_000, 500, anomaly: true),
                    Ticker("kucoin", "USDT", 1_000, 1_000, 500, minutesOld: 20),
                ],
            },
            new CoinTickers
            {
                Id = PremiumCalculator.Tether,
                FetchedAt = Now,
                Venues = [Ticker("kraken", "USD", 1.001m, 1.001m, 1_000_000)],
            }
        );
        session.Store(
            new CoinDerivatives
            {
                Id = "ZZTEST",
                OpenInterestUsd = 3_000,
                FetchedAt = later,
                Contracts =
                [
                    new DerivativeContract("A", "ZZ-PERP", "perpetual", 100, 0.1m, 0.01m, 0.02m, 2_000, 10, Now, null),
                    new DerivativeContract("B", "ZZ-PERP", "perpetual", 100, 0.3m, 0.01m, -0.01m, 1_000, 20, Now, null),
                ],
            }
        );
        var today = SeoulDay.DateOf(Now);
        // Those of a fixture before midnight in Seoul: for this one they would be two days.
        session.DeleteWhere<VenueDay>(d => d.CoinId == "zz-test");
        await session.SaveChangesAsync(Ct);
        session.Store(
            new VenueDay
            {
                Id = VenueDay.IdOf("zz-test", today.PlusDays(-1)),
                CoinId = "zz-test",
                Date = today.PlusDays(-1),
                Venues =
                [
                    new VenueDayPoint("upbit", 1_010, 5_000, 0.06m, Now - Duration.FromDays(1)),
                    new VenueDayPoint("binance", 1_000, 9_000, 0.02m, Now - Duration.FromDays(1)),
                ],
            }
        );
        await session.SaveChangesAsync(Ct);
        await SeedHistoryAsync(today);
    }

    private async Task SeedHistoryAsync(LocalDate today)
    {
        var hours = Enumerable
            .Range(1, 29)
            .Select(day =>
            {
                var at = SeoulDay.StartOf(today.PlusDays(-day)) + Duration.FromHours(20);
                return new PremiumPoint(
                    "zz-test",
                    at,
                    at,
                    1_400_000,
                    1_000 + day,
                    1_000,
                    1_400,
                    day / 10m,
                    day / 10m,
                    null,
                    null,
                    day > 2 ? PremiumPoint.MarketChart : PremiumPoint.Venues
                );
            })
            .ToList();
        await Api.Host.Services.GetRequiredService<PremiumHistory>().FillAsync(hours, Ct);

        BarsUntil = Now;
        var bars = Api.Host.Services.GetRequiredService<IMarketStore>();
        foreach (
            var (size, count) in new[]
            {
                (BarResolution.Minute, 25 * 60),
                (BarResolution.QuarterHour, 9 * 96),
                (BarResolution.Hour, 31 * 24),
            }
        )
        {
            var length = Duration.FromMinutes((int)size);
            var end = Instant.FromUnixTimeSeconds(Now.ToUnixTimeSeconds() / ((int)size * 60) * ((int)size * 60));
            await bars.WriteHistoryBarsAsync(
                size,
                [
                    .. Enumerable
                        .Range(1, count)
                        .Select(i => new Bar("KRW-ZZTEST", end - (length * i), 100, 110, 90, 105, (decimal)(int)size / 60)),
                ],
                Ct
            );
        }
        await bars.WriteOfficialDayBarsAsync(
            [
                .. Enumerable
                    .Range(1, 32)
                    .Select(i => new DayBar("KRW-ZZTEST", today.PlusDays(-i), 100, 110, 90, i % 2 == 0 ? 100 : 101, 24, true)),
            ],
            Ct
        );
    }
}
