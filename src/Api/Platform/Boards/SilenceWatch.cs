using System.Diagnostics;

namespace InvestmentAssistant.Api.Platform.Boards;

/// <summary>
/// Calls a board silent when its market should be moving and no live batch has come for a while. Waits by the wall's clock.
/// </summary>
internal sealed class SilenceWatch(BoardDefinition board, MarketCalendar calendar, IClock clock, TimeSpan patience)
{
    private long _movingSince;
    private bool _isMoving;
    private long _lastLive;

    /// <summary>Since when the board has been silent, on the market's clock; null while it is not.</summary>
    public Instant? Since { get; private set; }

    /// <summary>For how long no live batch has come although the market should be moving.</summary>
    public TimeSpan Quiet => _isMoving ? Stopwatch.GetElapsedTime(Math.Max(_lastLive, _movingSince)) : TimeSpan.Zero;

    /// <summary>Restarts the wait without ending a silence: the replica has only just begun to listen.</summary>
    public void Restart() => _lastLive = Stopwatch.GetTimestamp();

    /// <summary>Notes a live batch.</summary>
    public void Break()
    {
        Restart();
        Since = null;
    }

    /// <param name="lastEventAt">The newest event on the board.</param>
    public void Look(Instant? lastEventAt)
    {
        var moves = board.TradesAlways || calendar.PhaseAt(clock.GetCurrentInstant()) == SessionPhase.Regular;
        if (moves && !_isMoving)
            _movingSince = Stopwatch.GetTimestamp();
        _isMoving = moves;
        if (!moves)
            Since = null;
        else if (Since is null && Quiet > patience)
            Since = lastEventAt ?? clock.GetCurrentInstant();
    }
}
