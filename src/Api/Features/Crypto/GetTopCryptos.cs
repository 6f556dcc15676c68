using FastEndpoints;
using FluentValidation;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Http.Paging;

namespace InvestmentAssistant.Api.Features.Crypto;

public sealed record TopCryptosRequest
{
    /// <summary>Number of rows.</summary>
    public int Limit { get; init; } = 10;
}

public sealed class TopCryptosValidator : Validator<TopCryptosRequest>
{
    public TopCryptosValidator() => RuleFor(r => r.Limit).IsLimit(100);
}

/// <summary>The most traded KRW markets.</summary>
public sealed class GetTopCryptos(CryptoBoard board) : Endpoint<TopCryptosRequest, IReadOnlyList<CryptoItem>>
{
    public override void Configure()
    {
        Get("top");
        Group<CryptoGroup>();
        Options(b => b.CachesAs(DataKind.Live));
        Summary(s =>
        {
            s.Summary = "Most traded KRW markets";
            s.Description =
                "By KRW traded in the last 24 hours, most first; ties by market code. "
                + "Markets that are suspended, warned of or not traded for a day are left out.";
        });
    }

    public override async Task<IReadOnlyList<CryptoItem>> ExecuteAsync(TopCryptosRequest request, CancellationToken ct) =>
        [
            .. (await board.ReadAsync(ct))
                .Where(q => q.AccTradePrice24h is not null && board.IsTraded(q))
                .OrderByDescending(q => q.AccTradePrice24h)
                .ThenBy(q => q.Market, StringComparer.Ordinal)
                .Take(request.Limit)
                .Select(board.Item),
        ];
}
