using FastEndpoints;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.Calendars.Earnings;

/// <summary>GET /api/v1/earnings-calendar/today: today's reports.</summary>
public sealed class GetEarningsToday(EarningsReader reader) : EndpointWithoutRequest<IReadOnlyList<EarningsItem>>
{
    public override void Configure()
    {
        Get("today");
        Group<EarningsCalendarGroup>();
        Options(b => b.CachesAs(DataKind.Minutes));
        Summary(s =>
        {
            s.Summary = "Reports of today";
            s.Description = "Today is the date in New York. By symbol; empty when no company reports.";
            s.ResponseExamples[200] = new[] { EarningsItem.Example };
        });
    }

    public override async Task<IReadOnlyList<EarningsItem>> ExecuteAsync(CancellationToken ct) =>
        [.. (await reader.AheadAsync(days: 0, ct)).Select(EarningsItem.Of)];
}
