namespace InvestmentAssistant.Api.Domain.Markets;

/// <summary>
/// Previous closes of stocks and ETFs: the official close of the session before the price's own one, else the last regular trade of
/// that session, else null (never 0). A split that takes effect on the price's session has divided it already.
/// </summary>
public interface IPreviousCloses
{
    /// <summary>The previous close, USD, for a price that belongs to the session of <paramref name="sessionDate"/>; from memory.</summary>
    decimal? For(string symbol, LocalDate sessionDate);

    /// <summary>Reads closes again from PostgreSQL (after a closes job, at a session's start).</summary>
    Task RefreshAsync(CancellationToken ct);
}
