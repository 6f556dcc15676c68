using System.Diagnostics;
using System.Globalization;
using InvestmentAssistant.Api.Domain;
using InvestmentAssistant.Api.Domain.Markets;
using InvestmentAssistant.Api.Platform.Persistence;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Npgsql;
using NpgsqlTypes;

// Trades stored a second: from the pipeline's door to committed rows and bars, beside a bare COPY of the same rows into a table without an
// index. Usage: TradeBench "Host=...;Database=..." [trades]. The database is emptied of schema market.
var connectionString = args[0];
var count = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1_000_000;

var configuration = new ConfigurationBuilder()
    .AddInMemoryCollection(new Dictionary<string, string?> { ["ConnectionStrings:Postgres"] = connectionString })
    .Build();
await using var services = new ServiceCollection()
    .AddSingleton<IConfiguration>(configuration)
    .AddLogging()
    .AddMarketTime(configuration)
    .AddPersistence(configuration, [])
    .AddMarketStore()
    .BuildServiceProvider();
var source = services.GetRequiredService<NpgsqlDataSource>();
await ExecuteAsync("drop schema if exists market cascade");
await services.GetRequiredService<SchemaApplier>().ApplyAsync(default);

// 615 symbols that trade as fast as we hope to store them: 100,000 trades are one second of the market.
var random = new Random(1);
var open = Instant.FromUtc(2026, 6, 2, 13, 30);
var trades = new Trade[count];
for (var i = 0; i < count; i++)
    trades[i] = new Trade(
        $"S{random.Next(615)}",
        open + Duration.FromMilliseconds(i / 100),
        100 + random.Next(10_000) / 100m,
        random.Next(1, 500),
        0,
        Conditions(i)
    );

Console.WriteLine($"{count:N0} trades, 615 symbols, {Environment.ProcessorCount} cores");
await MeasureAsync("bare COPY, no index", CopyAsync);
await MeasureAsync("stored and folded  ", async () =>
{
    var pipeline = services.GetRequiredService<TradePipeline>();
    foreach (var message in trades.Chunk(500))
        await pipeline.WriteAsync(message, default);
    await pipeline.FlushAsync(default);
    Console.WriteLine($"  {pipeline.Status}");
});
await MeasureAsync("the same once more ", async () =>
{
    var pipeline = services.GetRequiredService<TradePipeline>();
    foreach (var message in trades.Chunk(500))
        await pipeline.WriteAsync(message, default);
    await pipeline.FlushAsync(default);
    Console.WriteLine($"  {pipeline.Status}");
});

static IReadOnlyList<string>? Conditions(int i) =>
    (i % 3) switch
    {
        0 => ["1"],
        1 => ["1", "8"],
        _ => null,
    };

async Task MeasureAsync(string what, Func<Task> run)
{
    var start = Stopwatch.GetTimestamp();
    await run();
    var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}  {count / seconds, 10:N0} trades/s  ({seconds:F2} s)"));
}

async Task CopyAsync()
{
    await ExecuteAsync(
        "create unlogged table market.bare (symbol text, traded_at timestamptz, price numeric, volume numeric, occurrence smallint)"
    );
    await using var connection = await source.OpenConnectionAsync();
    await using var copy = await connection.BeginBinaryImportAsync("copy market.bare from stdin (format binary)");
    foreach (var trade in trades)
    {
        await copy.StartRowAsync();
        await copy.WriteAsync(trade.Symbol, NpgsqlDbType.Text);
        await copy.WriteAsync(trade.At, NpgsqlDbType.TimestampTz);
        await copy.WriteAsync(trade.Price, NpgsqlDbType.Numeric);
        await copy.WriteAsync(trade.Volume, NpgsqlDbType.Numeric);
        await copy.WriteAsync((short)trade.Occurrence, NpgsqlDbType.Smallint);
    }
    await copy.CompleteAsync();
}

async Task ExecuteAsync(string sql)
{
    await using var command = source.CreateCommand(sql);
    await command.ExecuteNonQueryAsync();
}
