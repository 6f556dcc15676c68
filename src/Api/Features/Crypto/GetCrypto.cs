using System.Text.RegularExpressions;
using FastEndpoints;
using FluentValidation;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.Crypto;

public sealed record CryptoRequest
{
    /// <summary>Coin or market in any case: btc, BTC, KRW-BTC.</summary>
    public string Symbol { get; init; } = "";
}

public sealed partial class CryptoValidator : Validator<CryptoRequest>
{
    public CryptoValidator() => RuleFor(r => r.Symbol).Must(s => Form().IsMatch(s.Trim()))
        .WithMessage("must be a coin such as BTC or a market such as KRW-BTC");

    [GeneratedRegex(@"^([A-Za-z]{3,4}-)?[A-Za-z0-9]{1,15}\z")]
    private static partial Regex Form();
}

/// <summary>One KRW market.</summary>
public sealed class GetCrypto(CryptoBoard board) : Endpoint<CryptoRequest, CryptoItem>
{
    public override void Configure()
    {
        Get("/api/v1/crypto/{symbol}");
        Options(b => b.WithTags("Crypto").Keeps(DataKind.Live));
        Summary(s =>
        {
            s.Summary = "One KRW market";
            s.Description = "By coin (BTC) or market code (KRW-BTC), in any case.";
        });
    }

    public override async Task<CryptoItem> ExecuteAsync(CryptoRequest request, CancellationToken ct)
    {
        var market = CryptoBoard.MarketOf(request.Symbol);
        var quote = (await board.ReadAsync(ct)).FirstOrDefault(q => q.Market == market);
        return quote is null ? throw ProblemException.NotFound($"{market} is not a KRW market of the exchange.") : board.Item(quote);
    }
}
