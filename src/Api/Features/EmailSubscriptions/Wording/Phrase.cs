using System.Globalization;

namespace InvestmentAssistant.Api.Features.EmailSubscriptions.Wording;

/// <summary>The same said in each language; {0} and so on are filled in.</summary>
internal sealed record Phrase(string Korean, string English)
{
    public string In(Language language, params ReadOnlySpan<object?> values)
    {
        var text = language == Language.English ? English : Korean;
        return values.IsEmpty ? text : string.Format(CultureInfo.InvariantCulture, text, values);
    }
}
