using System.Globalization;
using InvestmentAssistant.Api.Tests.Fixture;
using InvestmentAssistant.FollowPrices;
using InvestmentAssistant.FollowPrices.Streams;

namespace InvestmentAssistant.Api.Tests.Clients.Shipped;

/// <summary>
/// The stream client of the C# sample over connections that the test writes: resume, gaps, close codes, staleness, silence.
/// </summary>
public sealed class SampleStreamConnectionTests
{
    private readonly List<Uri> _addresses = [];
    private readonly List<ConnectionState> _states = [];
    private readonly List<string> _notes = [];

    private IEnumerable<double> Pauses => _states.Where(s => s.Phase == ConnectionPhase.Waiting).Select(s => s.Pause.TotalMilliseconds);

    [Fact]
    public async Task It_names_symbols_and_interval_and_then_where_it_left_off()
    {
        var stream = await FollowAsync(
            s => s.Seq == 45,
            o => o with { Symbols = ["AAPL", "BRK.B"], Interval = TimeSpan.FromMilliseconds(250) },
            new ScriptedSocket().Say(Snapshot(41, 1), Batch(44, 2)).End(1012),
            new ScriptedSocket().Say(Batch(45, 3))
        );

        Assert.Equal(
            [
                "wss://api.example.com/ws/sp500?symbols=AAPL%2CBRK.B&interval=250&format=compact",
                "wss://api.example.com/ws/sp500?symbols=AAPL%2CBRK.B&interval=250&format=compact&epoch=e&since=44",
            ],
            _addresses.Select(a => a.AbsoluteUri)
        );
        Assert.Equal(3, stream.Board["AAPL"].Price);
        Assert.Equal(new ConnectionState(ConnectionPhase.Closed, 1000), _states[^1]);
    }

    [Fact]
    public async Task Rows_are_items_by_the_keys_of_their_connection()
    {
        static string Rows(string type, int seq, string rows) => $$"""{"type":"{{type}}","epoch":"e","seq":{{seq}},"data":{{rows}}}""";
        var stream = await FollowAsync(
            s => s.Seq == 3,
            o => o,
            new ScriptedSocket()
                .Say(
                    """{"type":"keys","topic":"sp500","keys":["symbol","price","trade_conditions"]}""",
                    Rows("snapshot", 1, """[["AAPL",1.50,null],["MSFT",2,["T","I"]]]"""),
                    Rows("sp500_trade", 2, """[["AAPL",0.0000001,[]]]""")
                )
                .End(1012),
            new ScriptedSocket().Say(
                """{"type":"keys","topic":"sp500","keys":["price","symbol","volume"]}""",
                Rows("sp500_trade", 3, """[[7,"NVDA",5]]""")
            )
        );

        Assert.Equal(0.0000001m, stream.Board["AAPL"].Price);
        Assert.Equal(["T", "I"], stream.Board["MSFT"].TradeConditions!);
        Assert.Equal((7m, 5m), (stream.Board["NVDA"].Price, stream.Board["NVDA"].Volume));
    }

    [Fact]
    public async Task Objects_are_asked_for_by_their_option()
    {
        var stream = await FollowAsync(s => s.Seq == 1, o => o with { IsCompact = false }, new ScriptedSocket().Say(Snapshot(1, 1)));

        Assert.Equal("", Assert.Single(_addresses).Query);
        Assert.Equal(1, stream.Board["AAPL"].Price);
    }

    [Fact]
    public async Task A_gap_asks_for_a_snapshot_and_again_when_it_was_too_early()
    {
        var socket = new ScriptedSocket().Say(
            Snapshot(1, 1),
            Batch(3, 3),
            Batch(4, 4),
            """{"type":"error","code":"too_many_snapshots","message":""}"""
        );
        var following = FollowAsync(s => s.Seq == 6, o => o, socket);
        await Wait.Until(() => socket.Sent.Count == 2);
        socket.Say(Snapshot(5, 5), Batch(6, 6));

        Assert.Equal(6, (await following).Board["AAPL"].Price);
        Assert.Equal(["""{"action":"snapshot"}""", """{"action":"snapshot"}"""], socket.Sent);
    }

    [Fact]
    public async Task Pauses_grow_and_going_away_says_when_to_come_back()
    {
        await FollowAsync(
            _ => false,
            o => o,
            new ScriptedSocket().End(1011),
            new ScriptedSocket().End(1011),
            new ScriptedSocket().Say("""{"type":"going_away","retry_after_ms":30}""").End(1001),
            new ScriptedSocket().End(1008)
        );

        Assert.Equal([5, 10, 50], Pauses);
        Assert.Equal(new ConnectionState(ConnectionPhase.Closed, 1008), _states[^1]);
    }

    [Fact]
    public async Task Stale_and_recovered_are_said_once_each_and_the_next_replica_is_asked()
    {
        var healthy = new ScriptedSocket().Say("""{"type":"heartbeat_response"}""", Batch(2, 2));

        await FollowAsync(
            s => s.Seq == 2,
            o => o,
            new ScriptedSocket()
                .Say(Snapshot(1, 1), """{"type":"stale","since":"2026-11-27T15:00:00Z"}""", """{"type":"stale","since":null}""")
                .End(1011),
            healthy
        );

        Assert.Equal(["stale 2026-11-27T15:00:00Z", "recovered"], _notes);
        Assert.Equal(["""{"action":"heartbeat"}"""], healthy.Sent);
    }

    [Fact]
    public async Task Silence_is_a_dead_wire_and_what_cannot_be_read_a_missed_message()
    {
        await FollowAsync(
            s => s.Seq == 2,
            o => o with { Silence = TimeSpan.FromMilliseconds(200) },
            new ScriptedSocket().Say(Snapshot(1, 1), """{"type":"""),
            new ScriptedSocket().Say(Batch(2, 2))
        );

        Assert.True(_states.Single(s => s.Phase == ConnectionPhase.Waiting).IsSilent);
    }

    /// <summary>Follows a server whose connections are these, one after the other, until the condition holds or the stream ends.</summary>
    private async Task<BoardStream<StockPrice>> FollowAsync(
        Func<BoardStream<StockPrice>, bool> until,
        Func<BoardStreamOptions, BoardStreamOptions> change,
        params IEnumerable<ScriptedSocket> sockets
    )
    {
        var left = new Queue<ScriptedSocket>(sockets);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var options = new BoardStreamOptions(new Uri("https://api.example.com"), "sp500")
        {
            ConnectAsync = (address, _) =>
            {
                _addresses.Add(address);
                return Task.FromResult<System.Net.WebSockets.WebSocket>(left.Dequeue());
            },
            OnState = _states.Add,
            OnStale = since => _notes.Add($"stale {since}"),
            OnRecovered = () => _notes.Add("recovered"),
            Random = () => 0.01,
        };
        var stream = new BoardStream<StockPrice>(change(options), s => s.Symbol);
        await foreach (var _ in stream.FollowAsync(end.Token))
            if (until(stream))
                await end.CancelAsync();
        return stream;
    }

    private static string Batch(int seq, int price, string type = "sp500_trade") =>
        string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"type":"{{type}}","epoch":"e","seq":{{seq}},"data":[{"symbol":"AAPL","price":{{price}}}]}"""
        );

    private static string Snapshot(int seq, int price) => Batch(seq, price, "snapshot");
}
