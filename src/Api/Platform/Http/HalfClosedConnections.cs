using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace InvestmentAssistant.Api.Platform.Http;

/// <summary>
/// Answers clients that close their sending side once the request is sent (<c>nc -N</c>, shutdown(SHUT_WR)), as TCP allows. Kestrel takes
/// the FIN for the end of the whole connection and drops the answer: here it means so only when the answer takes longer than a while, for a
/// client that is gone looks the same until something is sent to it.
/// </summary>
internal static class HalfClosedConnections
{
    /// <summary>Longer than any answer takes, and short enough for a stream without a reader.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static void AnswerHalfClosed(this ListenOptions listen) =>
        listen.Use(next =>
            async connection =>
            {
                var closed = connection.ConnectionClosed;
                using var ended = new CancellationTokenSource();
                await using var registration = closed.UnsafeRegister(
                    static state => ((CancellationTokenSource)state!).CancelAfter(Patience),
                    ended
                );
                connection.ConnectionClosed = ended.Token;
                await next(connection);
            }
        );
}
