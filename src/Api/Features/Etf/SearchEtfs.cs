using FastEndpoints;
using InvestmentAssistant.Api.Domain.Equities.Boards;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.Etf;

public sealed record SearchEtfsRequest : EquitySearchRequest;

public sealed class SearchEtfsValidator() : EquitySearchValidator<SearchEtfsRequest>(most: 50);

/// <summary>ETFs found.</summary>
/// <param name="Query">What was looked for.</param>
/// <param name="Results">Best match first, at most <c>limit</c>.</param>
/// <param name="TotalCount">How many match in all.</param>
/// <param name="Message">For people, when nothing matches.</param>
public sealed record SearchEtfsAnswer(string Query, IReadOnlyList<EtfItem> Results, int TotalCount, string? Message);

/// <summary>Finds ETFs by symbol or name.</summary>
public sealed class SearchEtfs([FromKeyedServices("etf")] EquityBoard board) : Endpoint<SearchEtfsRequest, SearchEtfsAnswer>
{
    public override void Configure()
    {
        Get("search");
        Group<EtfGroup>();
        Options(b => b.CachesAs(DataKind.Live));
        Summary(s =>
        {
            s.Summary = "Search ETFs";
            s.Description = EquitySearch.Order;
        });
    }

    public override async Task<SearchEtfsAnswer> ExecuteAsync(SearchEtfsRequest request, CancellationToken ct)
    {
        var text = request.Text();
        var moment = await board.ReadAsync(ct);
        var found = moment.Search(text);
        return new SearchEtfsAnswer(
            text,
            EtfItem.Of(found.Take(request.Limit), moment),
            found.Count,
            EquitySearch.Message(text, found.Count)
        );
    }
}
