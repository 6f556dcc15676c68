namespace InvestmentAssistant.Api.Features.EmailSubscriptions.Subscriptions;

/// <summary>The week an earnings mail counts for, and the days it tells of. Days are UTC's: the mail goes out as Sunday begins there.</summary>
/// <param name="Sunday">Names the week: no address gets two mails of one week.</param>
/// <param name="FirstDay">The day the mail is asked for.</param>
public readonly record struct MailWeek(LocalDate Sunday, LocalDate FirstDay)
{
    /// <summary>The mail tells of this many days.</summary>
    public const int Days = 7;

    public LocalDate LastDay => FirstDay.PlusDays(Days - 1);

    public static MailWeek At(Instant now)
    {
        var today = now.InUtc().Date;
        return new MailWeek(today.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Sunday)), today);
    }
}
