using System.Collections.Concurrent;

namespace InvestmentAssistant.Api.Platform.Boards;

/// <summary>What entitles this process to publish a board: its feed's lease.</summary>
public interface IPublishingRight
{
    /// <summary>Whether no other process can hold the right now. False while the store that keeps it cannot be asked.</summary>
    bool IsCertain { get; }

    /// <summary>Gives the right up: another process has shown that it holds it.</summary>
    void Yield();
}

/// <summary>
/// The rights of this process, by board. A publisher whose right is in doubt goes on as long as nobody else publishes its board, and never
/// takes the board from another: two feeders that cannot both reach PostgreSQL do not fight over it.
/// </summary>
public sealed class PublishingRights
{
    private readonly ConcurrentDictionary<string, IPublishingRight> _rights = new(StringComparer.Ordinal);

    /// <summary>Notes what entitles to publish these boards from now on.</summary>
    public void Claim(IEnumerable<string> boards, IPublishingRight right)
    {
        foreach (var board in boards)
            _rights[board] = right;
    }

    /// <summary>Whether the board may be taken from another publisher. One that no feed claimed may be: that needs no lease.</summary>
    public bool MayTakeOver(string board) => !_rights.TryGetValue(board, out var right) || right.IsCertain;

    /// <summary>Gives the board's right up: another process publishes it.</summary>
    public void Yield(string board)
    {
        if (_rights.TryGetValue(board, out var right))
            right.Yield();
    }
}
