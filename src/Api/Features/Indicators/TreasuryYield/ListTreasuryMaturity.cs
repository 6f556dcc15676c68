using FastEndpoints;
using FluentValidation;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.Indicators.TreasuryYield;

public sealed record TreasuryMaturityRequest
{
    /// <summary>3month, 2year, 5year, 7year, 10year or 30year.</summary>
    public string Maturity { get; init; } = "";

    /// <summary>From 1.</summary>
    [QueryParam]
    public int Page { get; init; } = 1;

    /// <summary>Rows a page.</summary>
    [QueryParam]
    public int Size { get; init; } = 50;

    /// <summary>
    /// daily: the days of the last two years; monthly: means of months. Without it months as far as they are published, then the days
    /// since.
    /// </summary>
    [QueryParam]
    public string? Interval { get; init; }
}

public sealed class TreasuryMaturityValidator : Validator<TreasuryMaturityRequest>
{
    public TreasuryMaturityValidator()
    {
        RuleFor(r => r.Maturity).IsOneOf(Maturity.Names);
        RuleFor(r => r.Page).GreaterThanOrEqualTo(1);
        RuleFor(r => r.Size).InclusiveBetween(1, 1000);
        RuleFor(r => r.Interval).IsOneOf(YieldIntervals.Names);
    }
}

/// <summary>GET /api/v1/treasury-yield/maturity/{maturity}: one maturity, newest first.</summary>
public sealed class ListTreasuryMaturity(TreasuryReader reader) : Endpoint<TreasuryMaturityRequest, TreasuryPage>
{
    public override void Configure()
    {
        Get("maturity/{maturity}");
        Group<TreasuryYieldGroup>();
        Options(b => b.CachesAs(DataKind.Daily));
        Summary(s =>
        {
            s.Summary = "Treasury yields of one maturity";
            s.Description =
                "Newest first, page by page: the days since the last month that is published, then months; `interval` asks for "
                + "one of the two.";
            s.ResponseExamples[200] = new TreasuryPage([TreasuryRow.Example], 1, 1, 50, 1);
        });
    }

    public override async Task<TreasuryPage> ExecuteAsync(TreasuryMaturityRequest request, CancellationToken ct)
    {
        var yields = await reader.ReadAsync(
            Maturity.All.First(m => m.Name == request.Maturity),
            YieldIntervals.Or(request.Interval, YieldInterval.Both),
            ct
        );
        return TreasuryPage.Of([.. yields.Held.Rows.Reverse().Select(row => (yields, row))], request.Page, request.Size);
    }
}
