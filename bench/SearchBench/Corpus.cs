using InvestmentAssistant.Api.Features.MarketNews.Documents;
using InvestmentAssistant.MarketSimulator;
using InvestmentAssistant.MarketSimulator.News;
using InvestmentAssistant.MarketSimulator.Reference;
using NodaTime;

namespace InvestmentAssistant.SearchBench;

/// <summary>
/// Articles of the simulated press, back from a day as far as it takes. That press has a few hundred words; each article gets 25 more out
/// of 60,000, the n-th of them about 1/n as often as the first, so that the index has as many words, rare and common, as one of real
/// articles.
/// </summary>
internal sealed class Corpus
{
    private const int Vocabulary = 60_000;
    private const int ExtraWords = 25;

    private static readonly string[] Syllables =
    [
        "ba",
        "cor",
        "den",
        "fil",
        "gan",
        "hos",
        "jur",
        "kel",
        "lam",
        "mod",
        "nav",
        "pol",
        "rad",
        "sul",
        "tor",
        "vex",
        "wim",
        "yor",
        "zan",
        "quo",
    ];
    private static readonly string[] KoreanSyllables =
    [
        "가",
        "나",
        "도",
        "루",
        "미",
        "보",
        "수",
        "오",
        "주",
        "채",
        "코",
        "태",
        "하",
        "강",
        "단",
        "만",
        "산",
        "원",
        "청",
        "평",
    ];

    private readonly Random _random = new(1);
    private readonly NewsDesk _desk = new(new Listings(), new SimulatorOptions());

    /// <summary>The n-th most frequent of the words that were added.</summary>
    public static string Word(int n, string language)
    {
        var (parts, word) = (language == "ko" ? KoreanSyllables : Syllables, "");
        for (var rest = n + 8000; rest > 0; rest /= parts.Length)
            word += parts[rest % parts.Length];
        return word;
    }

    public IEnumerable<MarketArticle> Articles(int count, LocalDate last)
    {
        var made = 0;
        for (var day = last; ; day = day.PlusDays(-1))
        {
            var midnight = day.AtMidnight().InUtc().ToInstant();
            foreach (var story in _desk.Between(midnight, midnight + Duration.FromDays(1)))
            {
                if (made++ == count)
                    yield break;
                var extra = string.Join(' ', Enumerable.Range(0, ExtraWords).Select(_ => Word(Zipf(), story.Publisher.Language)));
                yield return new MarketArticle
                {
                    Id = MarketArticle.IdOf(story.Publisher.Name, story.Url),
                    Source = story.Publisher.Name,
                    SourceId = story.Publisher.Id,
                    Author = story.Author,
                    Title = story.Copy.Title,
                    Description = story.Copy.Lead,
                    Content = story.Copy.Body[..Math.Min(200, story.Copy.Body.Length)] + " " + extra,
                    Url = story.Url,
                    UrlToImage = story.Image,
                    PublishedAt = story.At,
                    FetchedAt = story.At + Duration.FromHours(1),
                    Queries = [story.Copy.Topic],
                };
            }
        }
    }

    /// <summary>Ranks of which the n-th is drawn with a chance of about 1/n.</summary>
    private int Zipf() => (int)Math.Pow(Vocabulary, _random.NextDouble()) - 1;
}
