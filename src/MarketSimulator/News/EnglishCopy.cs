using System.Globalization;
using InvestmentAssistant.MarketSimulator.Reference;
using InvestmentAssistant.MarketSimulator.Walk;

namespace InvestmentAssistant.MarketSimulator.News;

/// <summary>
/// Stories in English: a topic, one of its headlines, and sentences whose parts are drawn. {0} is a company, {1} another, {2} a percentage,
/// {3} a country, {4} a sector, {5} an amount, {6} a city.
/// </summary>
internal sealed class EnglishCopy(Listings listings)
{
    private static readonly string[] Leads =
    [
        "Officials in {6} said on {7} that {8} would be felt first in {4}, where orders have moved by {2}% since the spring.",
        "Shares of {0} moved {2}% after the news, while {1} was little changed; analysts pointed to {8}.",
        "A survey of {9} firms in {3} found that {8} now ranks above staffing as a concern.",
        "The decision ends months of debate over {8} and could release {5} of delayed spending, people briefed on the matter said.",
        "Economists had expected less; the figure was the highest in {9} months and put {8} back at the centre of attention.",
        "Investors moved {5} into funds that follow {4} over the week, the largest amount this quarter, as {8} dominated the "
            + "talk of desks.",
    ];

    private static readonly string[] Bodies =
    [
        "The change comes as {0} and its rivals adjust to {8}. In {6}, managers described a market in which prices are quoted "
            + "daily and contracts run shorter than before.",
        "For households in {3} the effect is modest so far. Lenders reported that arrears stayed below {2}%, and wages continued "
            + "to rise faster than prices.",
        "Two people familiar with the plan said that a vote could come within weeks. A spokesperson for {0} declined to comment; "
            + "{1} did not answer a request.",
        "Strategists remain divided. Some see room for another {2}% this year, others warn that {4} has run ahead of its "
            + "earnings and that {8} is far from settled.",
        "The ministry in {6} will publish details next month. Until then, traders said, volumes are likely to stay thin and "
            + "moves exaggerated.",
    ];

    private static readonly string[] Matters =
    [
        "the cost of borrowing",
        "a shortage of skilled workers",
        "shipping delays",
        "weaker demand from abroad",
        "the price of electricity",
        "new disclosure rules",
        "a stronger dollar",
        "the pace of hiring",
        "stalled negotiations",
        "currency swings",
        "cheaper imports",
        "export licences",
        "a wave of mergers",
        "consumer confidence",
    ];

    private static readonly string[] Countries =
    [
        "Germany",
        "Japan",
        "South Korea",
        "Brazil",
        "India",
        "Canada",
        "Mexico",
        "France",
        "Italy",
        "Spain",
        "Poland",
        "Turkey",
        "Indonesia",
        "Vietnam",
        "Australia",
        "the United States",
        "China",
        "Britain",
        "Norway",
    ];

    private static readonly string[] Cities =
    [
        "Washington",
        "New York",
        "London",
        "Tokyo",
        "Seoul",
        "Brussels",
        "Frankfurt",
        "Singapore",
        "Geneva",
        "Toronto",
        "Houston",
        "Mumbai",
        "Sydney",
        "Chicago",
        "Dublin",
        "Zurich",
        "Busan",
        "Warsaw",
    ];

    private static readonly string[] Days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];

    /// <summary>Some text that publishers leave in what they send: markup, entities.</summary>
    private static readonly string[] Markup =
    [
        "<p>{0}</p>",
        "<b>{0}</b>",
        "{0}&nbsp;<a href=\"/more\">Read more</a>",
        "<ul><li>{0}</li></ul>",
    ];

    public Copy Write(ref Dice dice)
    {
        var (topic, section, titles) = Pick(ref dice, EnglishTopics.All);
        var (company, other) = (Pick(ref dice, listings.Companies), Pick(ref dice, listings.Companies));
        object[] parts =
        [
            company.Name,
            other.Name,
            Math.Round(0.3 + (9 * dice.Uniform()), 1),
            Pick(ref dice, Countries),
            company.GicsSubIndustry.ToLowerInvariant(),
            Amount(ref dice),
            Pick(ref dice, Cities),
            Pick(ref dice, Days),
            Pick(ref dice, Matters),
            12 + (int)(480 * dice.Uniform()),
        ];
        var title = Fill(Pick(ref dice, titles), parts);
        var lead = Fill(Pick(ref dice, Leads), parts);
        // One in forty arrives with markup.
        if (dice.Uniform() < 0.025)
            lead = string.Format(CultureInfo.InvariantCulture, Pick(ref dice, Markup), lead);
        // The topic's own word stands in the text as well as in the title, as it does in the press.
        var body = $"{lead} {Fill(Pick(ref dice, Bodies), parts)} Coverage of {topic} continues. {Fill(Pick(ref dice, Bodies), parts)}";
        string[] symbols = title.Contains(company.Name, StringComparison.Ordinal) ? [company.Symbol] : [];
        return new Copy(topic, section, title, lead, body, symbols);
    }

    private static string Amount(ref Dice dice) =>
        string.Create(CultureInfo.InvariantCulture, $"${Math.Round(0.2 + (60 * dice.Uniform() * dice.Uniform()), 1)} billion");

    private static string Fill(string text, object[] parts) => string.Format(CultureInfo.InvariantCulture, text, parts);

    private static T Pick<T>(ref Dice dice, IReadOnlyList<T> from) => from[(int)(dice.Uniform() * from.Count)];
}
