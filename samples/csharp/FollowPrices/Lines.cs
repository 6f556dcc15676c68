using System.Text.Json;
using InvestmentAssistant.FollowPrices.Streams;

namespace InvestmentAssistant.FollowPrices;

/// <summary>
/// Speaks JSON lines to the program that started it: what happens to the stream, one object a line. On a line <c>board</c> it writes the
/// board, on <c>quote</c> what REST says of one stock; the end of the input ends it.
/// </summary>
internal sealed class Lines(BoardStreamOptions options, StockApi rest)
{
    private const string Symbol = "AAPL";

    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private readonly Lock _gate = new();

    public async Task RunAsync(TextReader input, TextWriter output, CancellationTokenSource end)
    {
        void Write(object line)
        {
            lock (_gate)
            {
                output.WriteLine(JsonSerializer.Serialize(line, Json));
                output.Flush();
            }
        }

        var stream = new BoardStream<StockPrice>(
            options with
            {
                OnState = state =>
                    Write(
                        new
                        {
                            State = state.Phase.ToString().ToLowerInvariant(),
                            state.Code,
                            Silent = state.IsSilent,
                        }
                    ),
                OnStale = _ => Write(new { Stale = true }),
                OnRecovered = () => Write(new { Stale = false }),
            },
            stock => stock.Symbol
        );
        var held = (Epoch: (string?)null, Seq: 0L, Board: new Dictionary<string, StockPrice>());
        var following = FollowAsync();
        while (await input.ReadLineAsync(CancellationToken.None) is { } line)
        {
            if (line == "quote")
                Write(new { Quote = (await rest.StockAsync(Symbol, end.Token)).CurrentPrice?.CurrentPrice });
            else
                WriteBoard();
        }
        await end.CancelAsync();
        await following;

        void WriteBoard()
        {
            lock (_gate)
                Write(
                    new
                    {
                        held.Epoch,
                        held.Seq,
                        held.Board,
                    }
                );
        }

        async Task FollowAsync()
        {
            await foreach (var change in stream.FollowAsync(end.Token))
            {
                // The stream's own board may be in the middle of a batch when a line comes in.
                lock (_gate)
                    held = (stream.Epoch, stream.Seq, new(stream.Board));
                Write(new { Snapshot = change.IsSnapshot, stream.Board.GetValueOrDefault(Symbol)?.Price });
            }
        }
    }
}
