using FastEndpoints;
using FluentValidation;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Http.Paging;

namespace InvestmentAssistant.Api.Features.Crypto;

/// <summary>With <c>page</c> the answer is a page with its envelope, without it the bare list.</summary>
public sealed record ListCryptosRequest
{
    /// <summary>Page, from 1; cannot be given together with skip.</summary>
    public int? Page { get; init; }

    /// <summary>Number of markets to skip.</summary>
    public int? Skip { get; init; }

    /// <summary>Number of rows.</summary>
    public int Limit { get; init; } = 500;

    /// <summary>Only these, up to 200: BTC, KRW-BTC or 비트코인, in any case; repeated, or with commas.</summary>
    [QueryParam]
    public IReadOnlyList<string>? Symbols { get; init; }
}

public sealed class ListCryptosValidator : Validator<ListCryptosRequest>
{
    public ListCryptosValidator()
    {
        RuleFor(r => r.Limit).IsLimit();
        RuleFor(r => r.Page).InclusiveBetween(1, 1_000_000);
        RuleFor(r => r.Skip).InclusiveBetween(0, 1_000_000);
        RuleFor(r => r.Symbols).AreFew(200).Must(s => s is null || s.All(CryptoValidator.IsWellFormed)).WithMessage(CryptoValidator.Rule);
        RuleFor(r => r.Skip).Must((r, s) => s is null || r.Page is null).WithMessage("cannot be given together with page");
    }
}

/// <summary>A page of markets.</summary>
/// <param name="Total">How many markets there are in all, or of the symbols asked for.</param>
/// <param name="HasNext">Whether another page follows.</param>
public sealed record CryptoPage(int Total, IReadOnlyList<CryptoItem> Items, int Page, int Limit, bool HasNext);

/// <summary>All KRW markets by price.</summary>
public sealed class ListCryptos(CryptoBoard board) : Endpoint<ListCryptosRequest>
{
    public override void Configure()
    {
        Get("");
        Group<CryptoGroup>();
        Description(b => b.Produces<IReadOnlyList<CryptoItem>>(200));
        Options(b => b.CachesAs(DataKind.Live).WithMetadata(new AlsoAnswers("application/json", typeof(CryptoPage))));
        Summary(s =>
        {
            s.Summary = "KRW markets by price";
            s.Description =
                "Highest price first, ties by market code, markets without a price last; `condition` flags those that are "
                + "suspended, warned of or not traded. The bare list; with `page` an object `{total, items, page, limit, "
                + "has_next}`. `symbols` keeps "
                + "those markets alone; symbols that are not traded here are left out.";
        });
    }

    public override async Task HandleAsync(ListCryptosRequest request, CancellationToken ct)
    {
        var known = await board.ReadAsync(ct);
        var chosen = request.Symbols is { } symbols ? CryptoBoard.Find(known, symbols) : known;
        var all = chosen
            .OrderByDescending(q => q.TradePrice.HasValue)
            .ThenByDescending(q => q.TradePrice)
            .ThenBy(q => q.Market, StringComparer.Ordinal)
            .ToList();
        if (request.Page is { } page)
        {
            var first = (long)(page - 1) * request.Limit;
            var items = first >= all.Count ? [] : all.Skip((int)first).Take(request.Limit).Select(board.Item).ToList();
            await Send.OkAsync(new CryptoPage(all.Count, items, page, request.Limit, first + items.Count < all.Count), ct);
            return;
        }
        await Send.OkAsync(all.Skip(request.Skip ?? 0).Take(request.Limit).Select(board.Item).ToList(), ct);
    }
}
