using FastEndpoints;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.MarketHours;

/// <summary>GET /api/v1/market-calendar/status: what the market is doing at this moment.</summary>
public sealed class GetMarketNow(MarketCalendar calendar, IClock clock) : EndpointWithoutRequest<MarketNow>
{
    public override void Configure()
    {
        Get("status");
        Group<MarketCalendarGroup>();
        AllowAnonymous();
        Options(b => b.CachesAs(DataKind.Never));
        Summary(s =>
        {
            s.Summary = "Is the US market open?";
            s.Description =
                "The phase of the trading day now: pre (from 04:00 New York), regular, post (to four hours after the close) or closed; "
                + "and the next regular open and close. In a replay, now is the recording's time.";
            s.ResponseExamples[200] = At(new MarketCalendar(), Instant.FromUtc(2026, 11, 23, 20, 30));
        });
    }

    public override Task HandleAsync(CancellationToken ct) => Send.OkAsync(At(calendar, clock.GetCurrentInstant()), ct);

    public static MarketNow At(MarketCalendar calendar, Instant now)
    {
        var phase = calendar.PhaseAt(now);
        return new MarketNow(phase == SessionPhase.Regular, phase, calendar.NextOpen(now), calendar.NextClose(now), now);
    }
}

/// <param name="IsOpen">Whether the regular session is on.</param>
/// <param name="Session">pre, regular, post or closed.</param>
/// <param name="NextOpen">The next regular open, strictly later than now.</param>
/// <param name="NextClose">The next regular close, strictly later than now: while open, that of this session.</param>
/// <param name="AsOf">Now, by the market's clock.</param>
public sealed record MarketNow(bool IsOpen, SessionPhase Session, Instant NextOpen, Instant NextClose, Instant AsOf);
