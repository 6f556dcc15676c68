using InvestmentAssistant.Api.Platform.Boards;

namespace InvestmentAssistant.Api.Platform.Markets.Storage;

/// <summary>A board's last known state from <see cref="ILastQuotes"/>, for when Redis is away or empty.</summary>
public sealed class LastQuotesFallback<TQuote>(ILastQuotes quotes, string board) : IBoardFallback<TQuote> where TQuote : class, IBoardItem<TQuote>
{
    /// <inheritdoc />
    public Task<IReadOnlyList<TQuote>> ReadAsync(CancellationToken ct) => quotes.ReadAsync<TQuote>(board, ct);
}
