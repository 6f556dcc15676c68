using Microsoft.Net.Http.Headers;

namespace InvestmentAssistant.Api.Features.EmailSubscriptions.Wording;

/// <summary>A supported language.</summary>
public enum Language
{
    Korean,
    English,
}

/// <summary>Which language a reader gets.</summary>
public static class Languages
{
    /// <summary>The first of Korean and English in an Accept-Language header, by preference; Korean when it names neither.</summary>
    public static Language Of(string? acceptLanguage)
    {
        if (!StringWithQualityHeaderValue.TryParseList([acceptLanguage ?? ""], out var wanted))
            return Language.Korean;
        foreach (
            var (tag, quality) in wanted.Select(w => (Tag: w.Value.Value ?? "", Quality: w.Quality ?? 1)).OrderByDescending(w => w.Quality)
        )
        {
            if (quality <= 0)
                continue;
            if (Names(tag, "ko"))
                return Language.Korean;
            if (Names(tag, "en"))
                return Language.English;
        }
        return Language.Korean;
    }

    /// <inheritdoc cref="Of(string?)"/>
    public static Language Of(HttpContext http) => Of(http.Request.Headers.AcceptLanguage.ToString());

    /// <summary>ko, en: as stored, and as pages and mails say of themselves.</summary>
    public static string Code(this Language language) => language == Language.English ? "en" : "ko";

    public static Language FromCode(string? code) => code == "en" ? Language.English : Language.Korean;

    private static bool Names(string tag, string language) =>
        tag.StartsWith(language, StringComparison.OrdinalIgnoreCase) && (tag.Length == language.Length || tag[language.Length] == '-');
}
