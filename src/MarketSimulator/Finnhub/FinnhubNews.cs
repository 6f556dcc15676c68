using System.Globalization;
using InvestmentAssistant.MarketSimulator.Live;
using InvestmentAssistant.MarketSimulator.News;
using InvestmentAssistant.MarketSimulator.Reference;
using InvestmentAssistant.MarketSimulator.Walk;

namespace InvestmentAssistant.MarketSimulator.Finnhub;

/// <summary>
/// Finnhub's news by category: about 45 general, 22 crypto, 12 forex and 7 merger stories a weekday. Where the real route has only the
/// newest hundred, this one sends the past as well, a hundred at a time from <c>minId</c> on, so that a year can be filled.
/// </summary>
internal sealed class FinnhubNews(Listings listings, IClock clock, SimulatorOptions options)
{
    private const int PageSize = 100;

    private static readonly Dictionary<string, (double ADay, string[] Labels, string[] Titles)> Categories = new(StringComparer.Ordinal)
    {
        ["general"] = (
            45,
            ["top news", "business", "technology"],
            [
                "{0} shares rise {2}% after upbeat outlook",
                "Stocks drift as {0} and {1} pull in opposite directions",
                "Treasury yields slip ahead of inflation report",
                "{0} cuts forecast, blames weak demand",
                "Fed speakers in focus as markets weigh rate path",
                "Retail sales beat estimates",
                "{1} to buy back $3 billion of stock",
                "Oil settles {2}% lower",
                "What to watch this week: jobs, earnings, bonds",
                "{0} names new finance chief",
                "Wall Street ends mixed; {1} leads decliners",
            ]
        ),
        ["crypto"] = (
            22,
            ["crypto"],
            [
                "{3} climbs {2}% as fund inflows return",
                "{3} and {4} diverge after network upgrade",
                "Exchange volumes in {3} hit a three-month high",
                "Regulators weigh rules for {4} staking",
                "Miners of {3} sell reserves",
                "Options traders turn cautious on {3}",
                "{4} developers set date for upgrade",
                "Stablecoin supply grows {2}%",
            ]
        ),
        ["forex"] = (
            12,
            ["forex"],
            [
                "{5} steadies ahead of central bank minutes",
                "Dollar firms {2}% on strong jobs data",
                "{5}: range trading continues",
                "Yen weakens as yields rise",
                "Won gains after exports beat forecasts",
                "{5} slips; traders eye inflation figures",
                "Central bank holds rates, currency little changed",
            ]
        ),
        ["merger"] = (
            7,
            ["merger"],
            [
                "{0} to acquire division of {1} for $4.2 billion",
                "{0} in advanced talks to buy rival",
                "Regulator opens review of {0} deal with {1}",
                "{1} rejects takeover approach",
                "{0} completes merger, names board",
                "Shareholders of {1} approve sale to {0}",
            ]
        ),
    };

    private static readonly (string Name, string Host)[] Publishers =
    [
        ("Harbor Wire", "harborwire.example"),
        ("Street Ledger", "streetledger.example"),
        ("Tape Daily", "tapedaily.example"),
        ("Block Observer", "blockobserver.example"),
        ("FX Morning", "fxmorning.example"),
    ];

    private static readonly (string Name, string Symbol)[] Coins =
    [
        ("Bitcoin", "BTC"),
        ("Ether", "ETH"),
        ("Solana", "SOL"),
        ("XRP", "XRP"),
        ("Dogecoin", "DOGE"),
        ("Cardano", "ADA"),
    ];

    private static readonly (string Name, string Symbol)[] Pairs =
    [
        ("EUR/USD", "EURUSD"),
        ("USD/JPY", "USDJPY"),
        ("GBP/USD", "GBPUSD"),
        ("USD/KRW", "USDKRW"),
        ("AUD/USD", "AUDUSD"),
    ];

    private readonly ulong _seed = Dice.Mix(0xF1E75, (ulong)options.Seed);

    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/news", News);

    /// <summary>Newest first within a page.</summary>
    private Task News(HttpContext http)
    {
        var query = http.Request.Query;
        var category = query["category"].ToString();
        if (!Categories.ContainsKey(category))
            return FinnhubRest.Error(http, 422, "Wrong or missing argument");
        _ = long.TryParse(query["minId"], NumberStyles.None, CultureInfo.InvariantCulture, out var minId);
        var page = After(category, minId, clock.GetCurrentInstant()).Take(PageSize).Reverse().ToList();
        return http.Json(json =>
        {
            json.WriteStartArray();
            foreach (var story in page)
            {
                json.WriteStartObject();
                json.WriteString("category", story.Label);
                json.WriteNumber("datetime", story.At.ToUnixTimeSeconds());
                json.WriteString("headline", story.Headline);
                json.WriteNumber("id", story.Id);
                json.WriteString("image", story.Image);
                json.WriteString("related", story.Related);
                json.WriteString("source", story.Source);
                json.WriteString("summary", story.Summary);
                json.WriteString("url", story.Url);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        });
    }

    private sealed record Item(
        long Id,
        Instant At,
        string Label,
        string Headline,
        string Summary,
        string Source,
        string Url,
        string Image,
        string Related
    );

    /// <summary>Stories with numbers above, oldest first; the day stands in the number, so that nothing before it is made.</summary>
    private IEnumerable<Item> After(string category, long minId, Instant now)
    {
        var epoch = new LocalDate(2000, 1, 1);
        var oldest = now.InUtc().Date.PlusDays(-options.NewsDays);
        var from = LocalDate.Max(oldest, epoch.PlusDays((int)Math.Min(minId / NewsDesk.NumbersADay, 100_000)));
        for (var day = from; day <= now.InUtc().Date; day = day.PlusDays(1))
        {
            foreach (var item in OfDay(category, day, Period.DaysBetween(epoch, day)).Where(i => i.Id > minId && i.At <= now))
                yield return item;
        }
    }

    private List<Item> OfDay(string category, LocalDate day, int since)
    {
        var (rate, labels, titles) = Categories[category];
        var dice = new Dice(Dice.Mix(Dice.Mix(_seed, Dice.Seed(category)), (ulong)since));
        var weekend = day.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday;
        var count = (int)Math.Floor((rate * (category == "crypto" || !weekend ? 1 : 0.3)) + (2 * dice.Uniform()));
        var midnight = day.AtMidnight().InUtc().ToInstant();
        List<Instant> times = [];
        for (var i = 0; i < count; i++)
            times.Add(midnight + Duration.FromSeconds((int)(dice.Uniform() * 86_400)));
        times.Sort();
        return [.. times.Select((at, i) => Tell(ref dice, ((long)since * NewsDesk.NumbersADay) + i, at, labels, titles))];
    }

    private Item Tell(ref Dice dice, long id, Instant at, string[] labels, string[] titles)
    {
        var (company, other) = (Pick(ref dice, listings.Companies), Pick(ref dice, listings.Companies));
        var (coin, second, pair) = (Pick(ref dice, Coins), Pick(ref dice, Coins), Pick(ref dice, Pairs));
        var template = Pick(ref dice, titles);
        var headline = string.Format(
            CultureInfo.InvariantCulture,
            template,
            company.Name,
            other.Name,
            Math.Round(0.2 + (6 * dice.Uniform()), 1),
            coin.Name,
            second.Name,
            pair.Name
        );
        (string Slot, string Symbol)[] named =
        [
            ("{0}", company.Symbol),
            ("{1}", other.Symbol),
            ("{3}", coin.Symbol),
            ("{4}", second.Symbol),
            ("{5}", pair.Symbol),
        ];
        // Every third of those that name a company comes without the name, as in the real feed.
        var related =
            id % 3 == 0
                ? ""
                : string.Join(',', named.Where(n => template.Contains(n.Slot, StringComparison.Ordinal)).Select(n => n.Symbol).Distinct());
        var (source, host) = Pick(ref dice, Publishers);
        var summary = (id % 9) switch
        {
            0 => "",
            4 => $"<p>{headline}.</p><p>Traders cited thin volumes &amp; positioning.</p>",
            _ => $"{headline}. Traders cited positioning and thin volumes; the move was in line with peers and came ahead of "
                + "figures due later in the week.",
        };
        return new Item(
            id,
            at,
            Pick(ref dice, labels),
            headline,
            summary,
            source,
            string.Create(CultureInfo.InvariantCulture, $"https://www.{host}/news/{id}"),
            id % 5 == 2 ? "" : string.Create(CultureInfo.InvariantCulture, $"https://images.{host}/{id}.jpg"),
            related
        );
    }

    private static T Pick<T>(ref Dice dice, IReadOnlyList<T> from) => from[(int)(dice.Uniform() * from.Count)];
}
