using FastEndpoints;
using FluentValidation;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.Calendars.Earnings;

public sealed record UpcomingEarningsRequest
{
    /// <summary>Number of days after today, both ends included.</summary>
    [QueryParam]
    public int Days { get; init; } = 7;
}

public sealed class UpcomingEarningsValidator : Validator<UpcomingEarningsRequest>
{
    public UpcomingEarningsValidator() => RuleFor(r => r.Days).InclusiveBetween(1, EarningsReader.DaysOfAll);
}

/// <summary>GET /api/v1/earnings-calendar/upcoming: reports of today and the days after it.</summary>
public sealed class GetUpcomingEarnings(EarningsReader reader) : Endpoint<UpcomingEarningsRequest, IReadOnlyList<EarningsItem>>
{
    public override void Configure()
    {
        Get("upcoming");
        Group<EarningsCalendarGroup>();
        Options(b => b.CachesAs(DataKind.Minutes));
        Summary(s =>
        {
            s.Summary = "Coming reports";
            s.Description = "From today (New York) until `days` days later, both included; by date, then symbol.";
            s.ResponseExamples[200] = new[] { EarningsItem.Example };
        });
    }

    public override async Task<IReadOnlyList<EarningsItem>> ExecuteAsync(UpcomingEarningsRequest request, CancellationToken ct) =>
        [.. (await reader.AheadAsync(request.Days, ct)).Select(EarningsItem.Of)];
}
