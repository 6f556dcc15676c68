namespace InvestmentAssistant.Api.Features.EmailSubscriptions.Subscriptions;

/// <summary>The week of an earnings mail, and the days it covers. Days are UTC's: the mail goes out as Sunday begins there.</summary>
/// <param name="Sunday">Names the week: no address gets two mails of one week.</param>
/// <param name="FirstDay">The day the mail is asked for.</param>
public readonly record struct MailWeek(LocalDate Sunday, LocalDate FirstDay)
{
    /// <summary>Number of days that the mail covers.</summary>
    public const int Days = 7;

    public LocalDate LastDay => FirstDay.PlusDays(Days - 1);

    public static MailWeek At(Instant now)
    {
        var today = now.InUtc().Date;
        return new MailWeek(today.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Sunday)), today);
    }
}
