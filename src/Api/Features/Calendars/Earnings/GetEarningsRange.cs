using FastEndpoints;
using FluentValidation;
using InvestmentAssistant.Api.Domain.Earnings;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Http.Paging;
using Marten;

namespace InvestmentAssistant.Api.Features.Calendars.Earnings;

public sealed record EarningsRangeRequest
{
    /// <summary>First report date.</summary>
    [QueryParam]
    public LocalDate? StartDate { get; init; }

    /// <summary>Last report date, included; at most 366 days after the first.</summary>
    [QueryParam]
    public LocalDate? EndDate { get; init; }
}

public sealed class EarningsRangeValidator : Validator<EarningsRangeRequest>
{
    private const int LongestDays = 366;

    public EarningsRangeValidator()
    {
        RuleFor(r => r.StartDate).NotNull().WithMessage("is required").IsStartOf(r => r.EndDate);
        RuleFor(r => r.EndDate).NotNull().WithMessage("is required");
        RuleFor(r => r.EndDate)
            .Must((r, end) => Period.DaysBetween(r.StartDate!.Value, end!.Value) <= LongestDays)
            .When(r => r is { StartDate: not null, EndDate: not null })
            .WithMessage($"must be within {LongestDays} days of start_date");
    }
}

/// <summary>GET /api/v1/earnings-calendar/range: all reports between two dates.</summary>
public sealed class GetEarningsRange(IDocumentStore store) : Endpoint<EarningsRangeRequest, IReadOnlyList<EarningsItem>>
{
    public override void Configure()
    {
        Get("range");
        Group<EarningsCalendarGroup>();
        Options(b => b.CachesAs(DataKind.Minutes));
        Summary(s =>
        {
            s.Summary = "Reports between two dates";
            s.Description = "Both dates included; by date, then symbol. All of them: page through the calendar itself for a longer span.";
            s.ResponseExamples[200] = new[] { EarningsItem.Example };
        });
    }

    public override async Task<IReadOnlyList<EarningsItem>> ExecuteAsync(EarningsRangeRequest request, CancellationToken ct)
    {
        var (start, end) = (request.StartDate!.Value, request.EndDate!.Value);
        await using var session = store.QuerySession();
        return [.. (await session.Earnings().Within(start, end).InOrder().ToListAsync(ct)).Select(EarningsItem.Of)];
    }
}
