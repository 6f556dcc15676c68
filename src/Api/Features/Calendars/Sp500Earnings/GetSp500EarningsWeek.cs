using FastEndpoints;
using InvestmentAssistant.Api.Domain.Earnings;
using InvestmentAssistant.Api.Platform.Http;
using NodaTime.Text;

namespace InvestmentAssistant.Api.Features.Calendars.Sp500Earnings;

/// <param name="WeekStart">Monday.</param>
/// <param name="WeekEnd">Sunday.</param>
/// <param name="Events">By date, then symbol.</param>
/// <param name="TotalCount">How many events follow.</param>
/// <param name="Message">For people.</param>
public sealed record Sp500EarningsWeek(
    LocalDate WeekStart,
    LocalDate WeekEnd,
    IReadOnlyList<Sp500EarningsItem> Events,
    int TotalCount,
    string? Message
);

/// <summary>GET /api/v1/sp500-earnings-calendar/weekly: this week's reports.</summary>
public sealed class GetSp500EarningsWeek(EarningsReader reader, IClock clock) : EndpointWithoutRequest<Sp500EarningsWeek>
{
    public override void Configure()
    {
        Get("weekly");
        Group<Sp500EarningsCalendarGroup>();
        Options(b => b.CachesAs(DataKind.Minutes));
        Summary(s =>
        {
            s.Summary = "S&P 500 reports of this week";
            s.Description = "Monday to Sunday of the week that it is in New York, days past included.";
            s.ResponseExamples[200] = new Sp500EarningsWeek(
                new LocalDate(2026, 1, 26),
                new LocalDate(2026, 2, 1),
                [Sp500EarningsItem.Example],
                1,
                "2026-01-26 ~ 2026-02-01 주간 S&P 500 실적 발표 1건입니다."
            );
        });
    }

    public override async Task<Sp500EarningsWeek> ExecuteAsync(CancellationToken ct)
    {
        var today = clock.Today();
        var week = NewYorkDay.WeekOf(today);
        var events = (await reader.WeekOfSp500Async(week, ct)).Shape(today);
        return new Sp500EarningsWeek(
            week.Monday,
            week.Sunday,
            events,
            events.Count,
            $"{LocalDatePattern.Iso.Format(week.Monday)} ~ {LocalDatePattern.Iso.Format(week.Sunday)} 주간 S&P 500 실적 발표 {events.Count}건입니다."
        );
    }
}
