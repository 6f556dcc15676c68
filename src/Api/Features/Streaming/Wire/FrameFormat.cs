namespace InvestmentAssistant.Api.Features.Streaming.Wire;

/// <summary>Form in which a connection gets its messages. Connections of one form share the frames that are made for it.</summary>
/// <param name="IsEvent">Server-sent events; else WebSocket text frames.</param>
/// <param name="IsDeflated">permessage-deflate was negotiated, so that a frame may come deflated.</param>
/// <param name="IsCompact">Items come as rows instead of objects.</param>
public readonly record struct FrameFormat(bool IsEvent, bool IsDeflated, bool IsCompact = false)
{
    public static readonly FrameFormat WebSocket = new(IsEvent: false, IsDeflated: false);

    public static readonly FrameFormat ServerSentEvent = new(IsEvent: true, IsDeflated: false);

    /// <summary>All forms that a connection can have, by <see cref="Index"/>.</summary>
    public static readonly FrameFormat[] All =
    [
        WebSocket,
        WebSocket with
        {
            IsDeflated = true,
        },
        ServerSentEvent,
        WebSocket with
        {
            IsCompact = true,
        },
        WebSocket with
        {
            IsCompact = true,
            IsDeflated = true,
        },
        ServerSentEvent with
        {
            IsCompact = true,
        },
    ];

    /// <summary>Place of this form in <see cref="All"/>.</summary>
    public int Index =>
        (IsCompact ? 3 : 0)
        + (
            IsEvent ? 2
            : IsDeflated ? 1
            : 0
        );

    /// <summary>The same without deflate.</summary>
    public FrameFormat Plain => this with { IsDeflated = false };
}
