using InvestmentAssistant.MarketSimulator.Reference;
using InvestmentAssistant.MarketSimulator.Walk;

namespace InvestmentAssistant.MarketSimulator.News;

/// <summary>
/// What the general press publishes on a UTC day: a function of (seed, day), made when it is asked for. About 85 stories in English and 35
/// in Korean on a weekday, two thirds of that on a weekend.
/// </summary>
internal sealed class NewsDesk(Listings listings, SimulatorOptions options)
{
    /// <summary>More than any day has, so that numbers grow with time.</summary>
    public const int NumbersADay = 1000;

    private static readonly Publisher[] Publishers =
    [
        new("reuters", "Reuters (simulated)", "reuters.example", "en"),
        new("bloomberg", "Bloomberg (simulated)", "bloomberg.example", "en"),
        new("business-insider", "Business Insider (simulated)", "businessinsider.example", "en"),
        new("the-wall-street-journal", "The Wall Street Journal (simulated)", "wsj.example", "en"),
        new(null, "Harbor Wire", "harborwire.example", "en"),
        new(null, "Street Ledger", "streetledger.example", "en"),
        new(null, "The Meridian", "meridian.example", "en"),
        new(null, "Capital Courier", "capitalcourier.example", "en"),
        new(null, "Northern Business", "northernbusiness.example", "en"),
        new(null, "Signal & Noise", "signalnoise.example", "en"),
        new(null, "Policy Dispatch", "policydispatch.example", "en"),
        new(null, "Machine Age", "machineage.example", "en"),
        new(null, "Pacific Tribune", "pacifictribune.example", "en"),
        new(null, "한강경제", "hangangbiz.example", "ko"),
        new(null, "서울증권신문", "seoulstock.example", "ko"),
        new(null, "대한산업일보", "daehanindustry.example", "ko"),
        new(null, "디지털새벽", "digitaldawn.example", "ko"),
        new(null, "남산뉴스", "namsannews.example", "ko"),
    ];

    private static readonly ILookup<string, Publisher> ByLanguage = Publishers.ToLookup(p => p.Language);
    private static readonly string[] Authors = ["A. Morgan", "Dana Whitfield", "J. Okafor", "Lena Fischer", "Sam Castillo", "Priya Raman"];
    private static readonly string[] KoreanAuthors = ["김서연 기자", "이도윤 기자", "박지호 기자", "최하은 기자"];

    private readonly EnglishCopy _english = new(listings);
    private readonly ulong _seed = Dice.Mix(0x4E375, (ulong)options.Seed);

    public static bool Knows(string publisher) => Publishers.Any(p => p.Id == publisher);

    /// <summary>Stories published from <paramref name="from"/> on and before <paramref name="to"/>, oldest first.</summary>
    public IEnumerable<PressStory> Between(Instant from, Instant to)
    {
        for (var day = from.InUtc().Date; day.AtMidnight().InUtc().ToInstant() < to; day = day.PlusDays(1))
        {
            foreach (var story in OfDay(day).Where(s => s.At >= from && s.At < to))
                yield return story;
        }
    }

    private List<PressStory> OfDay(LocalDate day)
    {
        var since = Period.DaysBetween(new LocalDate(2000, 1, 1), day);
        var dice = new Dice(Dice.Mix(_seed, (ulong)since));
        var share = day.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday ? 0.65 : 1;
        var (english, korean) = ((int)((80 + (12 * dice.Uniform())) * share), (int)((32 + (6 * dice.Uniform())) * share));
        var midnight = day.AtMidnight().InUtc().ToInstant();
        var stories = new List<PressStory>(english + korean);
        for (var i = 0; i < english + korean; i++)
        {
            var isKorean = i >= english;
            // Seoul writes before New York wakes up.
            var hour = isKorean ? (22 + (12 * dice.Uniform())) % 24 : (9 + (15 * dice.Uniform()) + (2 * dice.Normal())) % 24;
            var at = midnight + Duration.FromSeconds((int)(((hour + 24) % 24) * 3600));
            var copy = isKorean ? KoreanCopy.Write(ref dice) : _english.Write(ref dice);
            var among = ByLanguage[isKorean ? "ko" : "en"].ToArray();
            var author =
                dice.Uniform() < 0.2 ? null
                : isKorean ? KoreanAuthors[(int)(4 * dice.Uniform())]
                : Authors[(int)(6 * dice.Uniform())];
            stories.Add(new PressStory(0, at, among[(int)(dice.Uniform() * among.Length)], author, copy, dice.Uniform()));
        }
        return [.. stories.OrderBy(s => s.At).Select((s, i) => s with { Number = ((long)since * NumbersADay) + i })];
    }
}
