using FastEndpoints;
using FluentValidation;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.MarketHours;

/// <summary>GET /api/v1/market-calendar/: the exchange's trading days, one row a session; days without trading have none.</summary>
public sealed class ListSessions(MarketCalendar calendar, IClock clock) : Endpoint<ListSessionsRequest, IReadOnlyList<SessionRow>>
{
    /// <summary>Days of the window when a request leaves one of its ends open.</summary>
    private const int DefaultDays = 30;

    public override void Configure()
    {
        Get("");
        Group<MarketCalendarGroup>();
        AllowAnonymous();
        Options(b => b.CachesAs(DataKind.Daily));
        Summary(s =>
        {
            s.Summary = "NYSE sessions";
            s.Description =
                "Trading days of the New York Stock Exchange from 1990 to 2040, ascending: regular open and close as UTC instants. "
                + "Without parameters the next 30 days.";
            s.RequestParam(r => r.Start, "First date, New York. Default today, or 30 days before an end that has passed.");
            s.RequestParam(r => r.End, "Last date, included. Default 30 days after the start. At most five years after it.");
            s.ResponseExamples[200] = new[]
            {
                new SessionRow(
                    new LocalDate(2026, 11, 27),
                    Instant.FromUtc(2026, 11, 27, 14, 30),
                    Instant.FromUtc(2026, 11, 27, 18, 0),
                    true
                ),
            };
        });
    }

    public override Task HandleAsync(ListSessionsRequest req, CancellationToken ct)
    {
        var today = clock.GetCurrentInstant().InZone(MarketCalendar.NewYork).Date;
        var start = req.Start ?? (req.End < today ? req.End.Value.PlusDays(-DefaultDays) : today);
        var end = req.End ?? start.PlusDays(DefaultDays);
        var sessions = calendar.Sessions(LocalDate.Max(start, MarketCalendar.FirstDate), LocalDate.Min(end, MarketCalendar.LastDate));
        return Send.OkAsync([.. sessions.Select(s => new SessionRow(s.Date, s.Open, s.Close, s.IsEarlyClose))], ct);
    }
}

/// <param name="Start">First date, New York.</param>
/// <param name="End">Last date, included.</param>
public sealed record ListSessionsRequest([property: QueryParam] LocalDate? Start, [property: QueryParam] LocalDate? End);

/// <param name="Date">The trading day in New York.</param>
/// <param name="Open">Start of the regular session.</param>
/// <param name="Close">End of the regular session.</param>
/// <param name="EarlyClose">Whether it ends before 16:00 New York.</param>
public sealed record SessionRow(LocalDate Date, Instant Open, Instant Close, bool EarlyClose);

public sealed class ListSessionsValidator : Validator<ListSessionsRequest>
{
    private const int MaxYears = 5;

    public ListSessionsValidator()
    {
        RuleFor(r => r.Start).Must(BeKnown).WithMessage(OutOfRange);
        RuleFor(r => r.End).Must(BeKnown).WithMessage(OutOfRange);
        When(
            r => r is { Start: not null, End: not null } && BeKnown(r.Start) && BeKnown(r.End),
            () =>
            {
                RuleFor(r => r.Start).Must((r, start) => start <= r.End).WithMessage("start must not be after end.");
                RuleFor(r => r.End)
                    .Must((r, end) => end <= r.Start!.Value.PlusYears(MaxYears))
                    .WithMessage($"end must lie within {MaxYears} years after start.");
            }
        );
    }

    private static string OutOfRange => $"The calendar knows the years {MarketCalendar.FirstDate.Year} to {MarketCalendar.LastDate.Year}.";

    private static bool BeKnown(LocalDate? date) => date is null || MarketCalendar.Covers(date.Value);
}
