namespace InvestmentAssistant.Api.Features.Streaming.Hub;

/// <summary>Which of the two languages a connection speaks (docs/streams.md).</summary>
internal enum Dialect
{
    /// <summary>Snapshot, then changes: /ws/... and /sse/....</summary>
    Changes,

    /// <summary>The whole board in every message: /api/v1/ws/..., what the deployed front end replaces its list with.</summary>
    FullBoard,
}

/// <summary>Where a client left off.</summary>
internal sealed record ResumePoint(string Epoch, long Since);
