using System.Globalization;

namespace InvestmentAssistant.MarketSimulator.News;

/// <summary>
/// A publisher. All are invented and have reserved addresses, so that no real one is quoted; a few carry ids that clients ask for, and say
/// what they are.
/// </summary>
internal sealed record Publisher(string? Id, string Name, string Host, string Language);

/// <summary>What a story says, before it is published anywhere.</summary>
/// <param name="Topic">The word it is mostly about: inflation, 금리.</param>
/// <param name="Section">business, technology or general.</param>
/// <param name="Symbols">Listed companies, coins or currency pairs that it names.</param>
internal sealed record Copy(string Topic, string Section, string Title, string Lead, string Body, IReadOnlyList<string> Symbols);

/// <summary>A published story.</summary>
/// <param name="Number">Grows with time, over all stories.</param>
/// <param name="Popularity">0 to 1.</param>
internal sealed record PressStory(long Number, Instant At, Publisher Publisher, string? Author, Copy Copy, double Popularity)
{
    public string Url =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"https://www.{Publisher.Host}/{At.InUtc().Year}/{At.InUtc().Month:00}/{At.InUtc().Day:00}/{Slug}-{Number}"
        );

    /// <summary>About one in seven has no picture.</summary>
    public string? Image =>
        Number % 7 == 3 ? null : string.Create(CultureInfo.InvariantCulture, $"https://images.{Publisher.Host}/{Number}.jpg");

    /// <summary>Korean titles have no place in an address.</summary>
    private string Slug
    {
        get
        {
            var words = Copy
                .Title.ToLowerInvariant()
                .Split(Copy.Title.Where(c => !char.IsAsciiLetterOrDigit(c)).Distinct().ToArray(), StringSplitOptions.RemoveEmptyEntries);
            return words.Length > 2 ? string.Join('-', words.Take(9)) : "article";
        }
    }
}
