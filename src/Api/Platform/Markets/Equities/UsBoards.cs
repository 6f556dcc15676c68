using InvestmentAssistant.Api.Platform.Boards;

namespace InvestmentAssistant.Api.Platform.Markets.Equities;

/// <summary>The two boards that the US feed fills, by name.</summary>
public sealed class UsBoards(IServiceProvider services)
{
    private readonly Dictionary<string, IBoardPublisher<EquityQuote>> _publishers =
        UsInstruments.Boards.ToDictionary(b => b, b => services.GetRequiredKeyedService<IBoardPublisher<EquityQuote>>(b), StringComparer.Ordinal);

    /// <summary>Publishes changed items of a board.</summary>
    public ValueTask PublishAsync(string board, IReadOnlyList<EquityQuote> items, bool slow, CancellationToken ct) =>
        _publishers[board].PublishAsync(items, slow, ct);
}
