using System.Text.RegularExpressions;
using FastEndpoints;
using FluentValidation;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Text;

namespace InvestmentAssistant.Api.Features.Crypto;

public sealed record CryptoRequest
{
    /// <summary>Coin or market in any case (btc, BTC, KRW-BTC), or the Korean or English name (비트코인, Bitcoin).</summary>
    public string Symbol { get; init; } = "";
}

public sealed partial class CryptoValidator : Validator<CryptoRequest>
{
    internal const string Rule = "must be a coin such as BTC or 비트코인, or a market such as KRW-BTC";

    public CryptoValidator() => RuleFor(r => r.Symbol).Must(IsWellFormed).WithMessage(Rule);

    internal static bool IsWellFormed(string symbol) => Form().IsMatch(TextFold.Symbol(symbol).Trim()) || IsName(symbol);

    private static bool IsName(string text) => text.Length <= 100 && text.Any(c => char.IsLetter(c) && !char.IsAscii(c));

    [GeneratedRegex(@"^([A-Za-z]{3,4}-)?[A-Za-z0-9]{1,15}\z")]
    private static partial Regex Form();
}

/// <summary>One KRW market.</summary>
public sealed class GetCrypto(CryptoBoard board) : Endpoint<CryptoRequest, CryptoItem>
{
    public override void Configure()
    {
        Get("{symbol}");
        Group<CryptoGroup>();
        Options(b => b.CachesAs(DataKind.Live));
        Summary(s =>
        {
            s.Summary = "One KRW market";
            s.Description = "By coin (BTC), market code (KRW-BTC) or name (비트코인, Bitcoin), in any spelling.";
        });
    }

    public override async Task<CryptoItem> ExecuteAsync(CryptoRequest request, CancellationToken ct)
    {
        return await board.FindAsync(request.Symbol, ct) is { } quote
            ? board.Item(quote)
            : throw ProblemException.NotFound($"{CryptoBoard.MarketOf(request.Symbol)} is not a KRW market of the exchange.");
    }
}
