namespace InvestmentAssistant.Api.Platform.Persistence;

/// <summary>
/// Opens once the schema is in place. All writers (scheduler, feeds) wait here, so that a process may start
/// before PostgreSQL does. Health says unhealthy while it is closed.
/// </summary>
public sealed class SchemaGate
{
    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool IsOpen => _open.Task.IsCompleted;

    /// <summary>Why the last attempt failed, in words; null while open or before the first attempt.</summary>
    public string? LastError { get; private set; }

    /// <summary>Completes when the schema is in place.</summary>
    public Task WaitAsync(CancellationToken ct) => _open.Task.WaitAsync(ct);

    internal void Open()
    {
        LastError = null;
        _open.TrySetResult();
    }

    internal void Failed(string reason) => LastError = reason;
}
