using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Platform.Boards;

namespace InvestmentAssistant.Api.Domain.Equities;

/// <summary>A board of US stocks or funds, declared in the door of the feature that owns it.</summary>
/// <param name="Name">Name of the board.</param>
/// <param name="Precedence">A symbol that is listed on two boards belongs to the one with the lower number.</param>
public sealed record UsBoard(string Name, int Precedence);

/// <summary>The boards that the US feed fills, by name.</summary>
public sealed class UsBoards(IEnumerable<UsBoard> boards, IServiceProvider services)
{
    private readonly Dictionary<string, IBoardPublisher<EquityQuote>> _publishers = boards.ToDictionary(
        b => b.Name,
        b => services.GetRequiredKeyedService<IBoardPublisher<EquityQuote>>(b.Name),
        StringComparer.Ordinal
    );

    public IReadOnlyCollection<string> Names => _publishers.Keys;

    /// <summary>Publishes changed items of a board.</summary>
    public ValueTask PublishAsync(string board, IReadOnlyList<EquityQuote> items, bool marketChannel, CancellationToken ct) =>
        _publishers[board].PublishAsync(items, marketChannel, ct);
}
