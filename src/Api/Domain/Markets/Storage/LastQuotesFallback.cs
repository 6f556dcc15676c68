using InvestmentAssistant.Api.Domain.Instruments;
using InvestmentAssistant.Api.Platform.Boards;

namespace InvestmentAssistant.Api.Domain.Markets.Storage;

/// <summary>
/// A board's last known state from <see cref="ILastQuotes"/>, for when Redis is away or empty. The state of who left the list is kept
/// there, but belongs on no board.
/// </summary>
public sealed class LastQuotesFallback<TQuote>(ILastQuotes quotes, InstrumentDirectory directory, string board) : IBoardFallback<TQuote>
    where TQuote : class, IBoardItem<TQuote>
{
    /// <inheritdoc />
    public async Task<IReadOnlyList<TQuote>> ReadAsync(CancellationToken ct)
    {
        var listed = (await directory.ReadAsync(board, ct)).Select(i => i.Symbol).ToHashSet(StringComparer.Ordinal);
        return [.. (await quotes.ReadAsync<TQuote>(board, ct)).Where(q => listed.Contains(q.Key))];
    }
}
