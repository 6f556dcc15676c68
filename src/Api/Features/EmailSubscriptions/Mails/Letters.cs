using System.Globalization;
using InvestmentAssistant.Api.Features.EmailSubscriptions.Wording;

namespace InvestmentAssistant.Api.Features.EmailSubscriptions.Mails;

/// <summary>The four letters.</summary>
internal static class Letters
{
    private const string Weekdays = "월화수목금토일";
    private const string Unknown = "-";

    public static Letter Verification(Language language, string url) =>
        new(
            Words.VerificationSubject.In(language),
            Words.VerificationIntro.In(language),
            new LetterButton(Words.VerifyButton.In(language), url),
            Note: $"{Words.VerificationValidity.In(language)} {Words.Consent.In(language)}"
        );

    public static Letter AlreadySubscribed(Language language) => new(Words.AlreadySubject.In(language), Words.AlreadyIntro.In(language));

    public static Letter CancelLink(Language language, string url) =>
        new(
            Words.CancelLinkSubject.In(language),
            Words.CancelLinkIntro.In(language),
            new LetterButton(Words.CancelButton.In(language), url)
        );

    /// <param name="reports">At least one.</param>
    public static Letter Earnings(Language language, LocalDate first, LocalDate last, IReadOnlyList<Report> reports)
    {
        var (from, to) = (Day(first, language), Day(last, language));
        return new Letter(
            Words.EarningsSubject.In(language, from, to),
            reports.Count == 1 ? Words.EarningsOne.In(language, from, to) : Words.EarningsIntro.In(language, from, to, reports.Count),
            Table: new LetterTable(
                [
                    Words.Date.In(language),
                    Words.Symbol.In(language),
                    Words.Company.In(language),
                    Words.Sector.In(language),
                    Words.Estimate.In(language),
                ],
                [
                    .. reports.Select(r =>
                        (IReadOnlyList<string>)[Weekday(r.Date, language), r.Symbol, r.Company, r.Sector ?? Unknown, Money(r)]
                    ),
                ]
            ),
            Note: Words.EarningsNote.In(language)
        );
    }

    private static string Day(LocalDate date, Language language) =>
        language == Language.English
            ? date.ToString("d MMMM", CultureInfo.InvariantCulture)
            : FormattableString.Invariant($"{date.Month}월 {date.Day}일");

    private static string Weekday(LocalDate date, Language language) =>
        language == Language.English
            ? date.ToString("ddd d MMM", CultureInfo.InvariantCulture)
            : $"{Day(date, language)} ({Weekdays[(int)date.DayOfWeek - 1]})";

    /// <summary>$1.53, -$0.07, 1.2 EUR; as many decimals as the estimate has, at least two and at most four.</summary>
    private static string Money(Report report)
    {
        if (report.Estimate is not { } estimate)
            return Unknown;
        var figure = Math.Abs(estimate).ToString("0.00##", CultureInfo.InvariantCulture);
        var sign = estimate < 0 ? "-" : "";
        return report.Currency switch
        {
            null => $"{sign}{figure}",
            "USD" => $"{sign}${figure}",
            _ => $"{sign}{figure} {report.Currency}",
        };
    }
}
