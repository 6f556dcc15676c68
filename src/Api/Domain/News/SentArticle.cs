using InvestmentAssistant.Api.Platform.Providers;

namespace InvestmentAssistant.Api.Domain.News;

/// <summary>An article as a provider sent it, as checked plain text: the mapping of every kind of news begins here.</summary>
/// <param name="Title">Headline, at most <see cref="LongestTitle"/> characters.</param>
/// <param name="Url">Where it can be read, as it was sent; null when that is no web address.</param>
/// <param name="Text">Its text, at most <see cref="LongestText"/> characters; null when that is only the headline again.</param>
/// <param name="Source">Who published it, as the provider writes it.</param>
/// <param name="Image">Address of a picture.</param>
/// <param name="PublishedAt">When.</param>
public sealed record SentArticle(string Title, string? Url, string? Text, string? Source, string? Image, Instant PublishedAt)
{
    public const int LongestTitle = 500;
    public const int LongestText = 5_000;
    public const int LongestName = 200;

    /// <summary>Servers take no longer addresses.</summary>
    public const int LongestUrl = 4_000;

    /// <summary>Longest description that is read: HTML is several times as long as its text.</summary>
    private const int LongestHtml = 64_000;

    /// <summary>Null for what cannot be used: no headline, no time of publication that can be true, withdrawn.</summary>
    public static SentArticle? Read(
        string? title,
        string? url,
        Instant? published,
        string? text,
        string? source,
        string? image,
        Instant now
    )
    {
        if (PlainOf(title, LongestTitle) is not { } headline || !headline.Any(char.IsLetter))
            return DroppedRows.Null<SentArticle>("articles without a headline");
        if (ArticleText.IsRemoved(headline, url))
            return DroppedRows.Null<SentArticle>("articles that were withdrawn");
        if (Plausible.Past(published, now) is not { } at)
            return DroppedRows.Null<SentArticle>("articles without a time of publication that can be true");
        var summary = ArticleEnvelope.Summary(PlainOf(text, LongestText), headline);
        return new SentArticle(headline, AddressOf(url), summary, NameOf(source), AddressOf(image), at);
    }

    /// <summary>The same for articles that need a web address.</summary>
    public static SentArticle? ReadWithAddress(
        string? title,
        string? url,
        Instant? published,
        string? text,
        string? source,
        string? image,
        Instant now
    ) =>
        AddressOf(url) is null
            ? DroppedRows.Null<SentArticle>("articles without a web address")
            : Read(title, url, published, text, source, image, now);

    /// <summary>A name or short word as plain text.</summary>
    public static string? NameOf(string? text) => PlainOf(text, LongestName);

    /// <summary>Plain text of at most that many characters; null when nothing is left.</summary>
    public static string? PlainOf(string? html, int longest)
    {
        var plain = ArticleText.Plain(html is { Length: > LongestHtml } ? html[..LongestHtml] : html);
        return plain is null || plain.Length <= longest ? plain : ArticleText.Short(plain, longest - 3);
    }

    private static string? AddressOf(string? url) =>
        url?.Trim() is { Length: <= LongestUrl } address && ArticleUrl.Parse(address) is not null ? address : null;
}
