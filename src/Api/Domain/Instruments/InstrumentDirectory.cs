using InvestmentAssistant.Api.Platform.Caching;

namespace InvestmentAssistant.Api.Domain.Instruments;

/// <summary>The instruments of each board, from memory; read again every half minute, since lists change by the day.</summary>
public sealed class InstrumentDirectory(IEnumerable<IInstrumentSource> sources, AnswerCache cache)
{
    private static readonly TimeSpan FreshFor = TimeSpan.FromSeconds(30);

    /// <summary>At a first start the list jobs are still at work: an empty list is asked for again soon.</summary>
    private static readonly TimeSpan EmptyFor = TimeSpan.FromSeconds(1);

    private readonly IInstrumentSource[] _sources = [.. sources];

    /// <summary>
    /// By symbol (ordinal). Empty until a list job has run. Throws what Npgsql throws when PostgreSQL is gone and nothing is held yet.
    /// </summary>
    public async Task<IReadOnlyList<Instrument>> ReadAsync(string board, CancellationToken ct)
    {
        var source = Array.Find(_sources, s => s.Board == board)
            ?? throw new InvalidOperationException($"No feature lists the instruments of {board}.");
        var held = (await cache.GetAsync($"instruments:{board}", FreshFor, source.ReadAsync, ct)).Value;
        return held.Count > 0 ? held : (await cache.GetAsync($"instruments:{board}", EmptyFor, source.ReadAsync, ct)).Value;
    }

    /// <summary>The same for a job: at a first start it waits until the list job has run.</summary>
    /// <exception cref="TimeoutException">That did not happen within a minute.</exception>
    public async Task<IReadOnlyList<Instrument>> WhenListedAsync(string board, CancellationToken ct)
    {
        for (var attempt = 0; ; attempt++)
        {
            var held = await ReadAsync(board, ct);
            if (held.Count > 0)
                return held;
            if (attempt >= 60)
                throw new TimeoutException($"The list of {board} has not been read yet.");
            await Task.Delay(TimeSpan.FromSeconds(1), ct);
        }
    }
}
