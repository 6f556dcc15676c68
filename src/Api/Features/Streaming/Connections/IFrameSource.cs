namespace InvestmentAssistant.Api.Features.Streaming.Connections;

/// <summary>Makes the next message of a connection that has room for more.</summary>
internal interface IFrameSource
{
    /// <summary>
    /// The next frame for this subscriber, made from everything it has not had yet; false when it is up to date. Called under the
    /// subscriber's lock.
    /// </summary>
    bool TryNext(Subscriber subscriber, out ReadOnlyMemory<byte> frame);
}
