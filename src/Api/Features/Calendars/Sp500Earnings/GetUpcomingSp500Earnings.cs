using FastEndpoints;
using FluentValidation;
using InvestmentAssistant.Api.Domain.Earnings;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.Calendars.Sp500Earnings;

public sealed record UpcomingSp500EarningsRequest
{
    /// <summary>Number of days after today, both ends included.</summary>
    [QueryParam]
    public int Days { get; init; } = 30;
}

public sealed class UpcomingSp500EarningsValidator : Validator<UpcomingSp500EarningsRequest>
{
    public UpcomingSp500EarningsValidator() => RuleFor(r => r.Days).InclusiveBetween(1, EarningsReader.DaysOfSp500);
}

/// <summary>GET /api/v1/sp500-earnings-calendar/upcoming: reports of today and the days after it.</summary>
public sealed class GetUpcomingSp500Earnings(EarningsReader reader, IClock clock)
    : Endpoint<UpcomingSp500EarningsRequest, IReadOnlyList<Sp500EarningsItem>>
{
    public override void Configure()
    {
        Get("upcoming");
        Group<Sp500EarningsCalendarGroup>();
        Options(b => b.CachesAs(DataKind.Minutes));
        Summary(s =>
        {
            s.Summary = "Coming S&P 500 reports";
            s.Description = "From today (New York) until `days` days later, both included; by date, then symbol.";
            s.ResponseExamples[200] = new[] { Sp500EarningsItem.Example };
        });
    }

    public override async Task<IReadOnlyList<Sp500EarningsItem>> ExecuteAsync(UpcomingSp500EarningsRequest request, CancellationToken ct) =>
        (await reader.AheadOfSp500Async(request.Days, ct)).Shape(clock.Today());
}
