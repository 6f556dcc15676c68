using System.Diagnostics.Metrics;
using InvestmentAssistant.Api.Platform.Persistence;
using InvestmentAssistant.Api.Platform.Telemetry;

namespace InvestmentAssistant.Api.Platform.Boards;

/// <summary>What a board counts.</summary>
public interface IBoardFigures
{
    /// <summary>Key of the services under which the board is registered.</summary>
    string Name { get; }

    /// <inheritdoc cref="IObservableBoard{TItem}.Dropped"/>
    long Dropped { get; }
}

/// <summary>Whether Redis is there, and what came from it that no board believes.</summary>
public sealed class BoardMeters : IMeters
{
    public BoardMeters(IMeterFactory factory, RedisConnection redis, IEnumerable<IBoardFigures> boards)
    {
        IReadOnlyList<IBoardFigures> all = [.. boards];
        var meter = factory.Create("InvestmentAssistant.Boards");
        meter.CreateObservableUpDownCounter(
            "investment_assistant.redis.connections",
            () => redis.IsConnected ? 1 : 0,
            "{connection}",
            "Whether the process has its connection to Redis: 1 or 0."
        );
        meter.CreateObservableCounter(
            "investment_assistant.board.dropped",
            () => all.Select(b => new Measurement<long>(b.Dropped, KeyValuePair.Create("board", (object?)b.Name))),
            "{payload}",
            "Payloads from Redis that were left out, wholly or in part: unreadable, foreign, too large, or behind a full queue."
        );
    }
}
