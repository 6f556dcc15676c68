namespace InvestmentAssistant.Api.Features.Streaming;

/// <summary>Settings <c>Streaming:*</c>; docs/streams.md says why each default is what it is.</summary>
public sealed class StreamOptions
{
    /// <summary>Connections of this process in all; beyond it 4029 (default 20,000).</summary>
    public int MaxConnections { get; set; } = 20_000;

    /// <summary>Connections of one client address; beyond it 4029; 0 = no cap (default 200).</summary>
    public int MaxConnectionsPerAddress { get; set; } = 200;

    /// <summary>
    /// Whether clients on this machine are free of the address cap (default true: a reverse proxy or a load test sits there).
    /// </summary>
    public bool LoopbackIsExempt { get; set; }

    /// <summary>
    /// Whether a page of an origin that is not on the CORS list is refused with 1008 (default true). Clients without Origin are no pages.
    /// </summary>
    public bool CheckOrigin { get; set; } = true;

    /// <summary>Largest message of a client, all its fragments together; beyond it 1009 (default 4 KB).</summary>
    public int MaxMessageBytes { get; set; } = 4_096;

    /// <summary>Messages, pings included, a client may send at once (default 60) ...</summary>
    public int MessageBurst { get; set; } = 60;

    /// <summary>... and a second over time; beyond it 4013 (default 20).</summary>
    public int MessagesPerSecond { get; set; } = 20;

    /// <summary>Silence after which a heartbeat is sent (default 15 s).</summary>
    public TimeSpan HeartbeatAfter { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// Time that a message may wait for a reader that takes nothing; then the connection is closed with 4008 (default 10 s).
    /// </summary>
    public TimeSpan SendDeadline { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Time that a closing connection has before it is cut (default 2 s).</summary>
    public TimeSpan CloseGrace { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Time within which a client can resume (default 90 s) ...</summary>
    public TimeSpan ResumeWindow { get; set; } = TimeSpan.FromSeconds(90);

    /// <summary>... and how much memory a topic may spend on it (default 32 MB).</summary>
    public long ResumeBytes { get; set; } = 32L * 1024 * 1024;

    /// <summary>Least time between two full boards of the front end's dialect (default 1 s).</summary>
    public TimeSpan FullBoardInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// The kernel's send buffer of a connection; small enough that a stopped reader is noticed before it is minutes behind (default 256 KB;
    /// 0 = the system's).
    /// </summary>
    public int SendBufferBytes { get; set; } = 256 * 1024;

    /// <summary>Whether frames of plain (not TLS) connections are written straight to the socket (default true).</summary>
    public bool DirectSocket { get; set; } = true;

    /// <summary>
    /// Whether clients that offer permessage-deflate get batches, snapshots and full boards deflated, each once for all (default true).
    /// </summary>
    public bool Deflate { get; set; } = true;

    /// <summary>
    /// Share of one core that deflating may take, measured by the clock; while it takes more, messages go plain (default 0.25).
    /// </summary>
    public double DeflateShare { get; set; } = 0.25;

    /// <summary>Loops that send a topic's batches; 0 = one a core, at most 8 (default 0).</summary>
    public int Senders { get; set; }

    /// <summary>Time over which a stopping process sends its clients away (default 2 s).</summary>
    public TimeSpan DrainTime { get; set; } = TimeSpan.FromSeconds(2);
}
