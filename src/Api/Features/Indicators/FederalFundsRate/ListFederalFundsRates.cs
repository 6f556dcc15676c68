using FastEndpoints;
using InvestmentAssistant.Api.Features.Indicators.Series;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.Indicators.FederalFundsRate;

public sealed record FederalFundsRequest
{
    /// <summary>desc (newest first) or asc.</summary>
    [QueryParam]
    public string OrderBy { get; init; } = "desc";

    /// <summary>monthly: means of months; daily: the days of the last two years.</summary>
    [QueryParam]
    public string Interval { get; init; } = "monthly";
}

public sealed class FederalFundsValidator : Validator<FederalFundsRequest>
{
    public FederalFundsValidator()
    {
        RuleFor(r => r.OrderBy).IsOneOf(Choices.Directions);
        RuleFor(r => r.Interval).IsOneOf("monthly", "daily");
    }
}

/// <summary>GET /api/v1/federal-funds-rate/: all months, or the days of two years.</summary>
public sealed class ListFederalFundsRates(SeriesReader reader) : Endpoint<FederalFundsRequest, Listing<FederalFundsRow>>
{
    public override void Configure()
    {
        Get("");
        Group<FederalFundsGroup>();
        Options(b => b.CachesAs(DataKind.Daily));
        Summary(s =>
        {
            s.Summary = "Federal funds rate of all months";
            s.Description =
                "Effective rate, percent, mean of the month; with `interval=daily` the days of the last two years. Newest first "
                + "unless order_by is asc.";
            s.ResponseExamples[200] = Listing.Of([FederalFundsRow.Example]);
        });
    }

    public override async Task<Listing<FederalFundsRow>> ExecuteAsync(FederalFundsRequest request, CancellationToken ct)
    {
        var series = await reader.ReadAsync(request.Interval == "daily" ? MacroSeries.FederalFundsDaily : MacroSeries.FederalFunds, ct);
        return Listing.Of(series.Ordered(request.OrderBy).Select(o => FederalFundsRow.Of(series, new DatedValue(o.Date, o.Value))));
    }
}
