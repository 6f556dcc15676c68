using System.Collections.Concurrent;
using InvestmentAssistant.Api.Domain.Earnings;
using InvestmentAssistant.Api.Features.EmailSubscriptions;
using InvestmentAssistant.Api.Features.EmailSubscriptions.Outbox;
using InvestmentAssistant.Api.Features.EmailSubscriptions.Subscriptions;
using InvestmentAssistant.Api.Features.EmailSubscriptions.Transport;
using InvestmentAssistant.Api.Features.EmailSubscriptions.Wording;
using InvestmentAssistant.Api.Platform;
using InvestmentAssistant.Api.Platform.Caching;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Ingestion;
using InvestmentAssistant.Api.Platform.Persistence;
using Marten;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using MimeKit;
using NodaTime.Testing;
using Npgsql;

namespace InvestmentAssistant.Api.Tests.Features.EmailSubscriptions;

/// <summary>The feature without a web server over a database: one replica. Several of them may share a database and clocks.</summary>
internal sealed class Mailroom : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private Mailroom(ServiceProvider services, string database, string folder, FakeClock market, HandClock time) =>
        (_services, Database, Folder, Market, Time) = (services, database, folder, market, time);

    /// <summary>A Wednesday.</summary>
    public static readonly Instant Now = Instant.FromUtc(2026, 9, 2, 9, 30);

    public string Database { get; }

    public string Folder { get; }

    /// <summary>Tells which week it is.</summary>
    public FakeClock Market { get; }

    /// <summary>Wall time: links, limits, retries.</summary>
    public HandClock Time { get; }

    public SubscriptionStore Subscriptions => Get<SubscriptionStore>();

    public MailOutbox Outbox => Get<MailOutbox>();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public IDataSetJob Job(string name) => _services.GetServices<IDataSetJob>().Single(j => j.Description.Name == name);

    /// <summary>A replica over an empty database; <paramref name="settings"/> as configuration keys.</summary>
    public static async Task<Mailroom> OpenAsync(string database, string folder, params (string Key, string Value)[] settings)
    {
        var room = Build(database, folder, new FakeClock(Now), new HandClock(Now), settings);
        await room.Get<SchemaApplier>().ApplyAsync(Ct);
        return room;
    }

    /// <summary>Another replica of the same installation.</summary>
    public Mailroom Another(params (string Key, string Value)[] settings) => Build(Database, Folder, Market, Time, settings);

    private static Mailroom Build(string database, string folder, FakeClock market, HandClock time, (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                settings
                    .Append(("ConnectionStrings:Postgres", database))
                    .Append(("MAIL_FOLDER", folder))
                    .Append(("SMTP_FROM", "news@example.org"))
                    .Append(("PUBLIC_API_URL", "https://api.example.org"))
                    .Select(s => KeyValuePair.Create(s.Item1, (string?)s.Item2))
            )
            .Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration).AddLogging().AddPersistence(configuration, []);
        services
            .AddSingleton<IHostEnvironment>(ProductionEnvironment.Instance)
            .AddSingleton<AnswerCache>()
            .AddSingleton(new AppRoles(Api: true, Ingest: true));
        services.AddSingleton(HttpSettings.From(configuration)).AddSingleton<IClock>(market).AddSingleton<TimeProvider>(time).AddEarnings();
        new EmailSubscriptionsFeature().AddServices(services, configuration);
        // The mails of a live process can be read here without a mail server.
        if (configuration["SMTP_HOST"] is null)
            services.AddSingleton<IMailTransport, FolderTransport>();
        return new Mailroom(services.BuildServiceProvider(), database, folder, market, time);
    }

    /// <summary>Sends all that is due and returns how many went out.</summary>
    public Task<int> SendAsync(IMailTransport? transport = null) =>
        ActivatorUtilities.CreateInstance<MailRound>(_services, transport ?? Get<IMailTransport>()).SendDueAsync(Ct);

    public Task SubscribeAsync(string address, string scope = "SP500", Language language = Language.Korean) =>
        Subscriptions.SubscribeAsync(address, scope, language, Ct);

    /// <summary>A subscription whose address has been confirmed, the welcome mail of which is out of the way.</summary>
    public async Task ActivateAsync(string address, string scope = "SP500")
    {
        await SubscribeAsync(address, scope);
        await ExecuteAsync(
            "update email.subscriptions set state = 'active', verified_at = now(); delete from email.outbox where state = 'waiting'"
        );
    }

    /// <summary>Many confirmed subscriptions: reader1@example.com and so on.</summary>
    public Task ActivateManyAsync(int count) =>
        ExecuteAsync(
            $"""
            insert into email.subscriptions (id, address, scope, state, language, consent_text, agreed_at, verified_at, created_at)
            select gen_random_uuid(), 'reader' || n || '@example.com', 'SP500', 'active', 'ko', 'test', now(), now(), now() from generate_series(1, {count}) n
            """
        );

    /// <summary>Puts reports on the calendar.</summary>
    public async Task ReportAsync(params EarningsEvent[] events)
    {
        await using var session = Get<IDocumentStore>().LightweightSession();
        session.Store(events);
        await session.SaveChangesAsync(Ct);
    }

    public static EarningsEvent Earnings(
        string symbol,
        LocalDate date,
        decimal? estimate = 1.5m,
        bool isSp500 = true,
        string? company = null,
        string? sector = "Industrials",
        string? currency = "USD"
    ) =>
        new()
        {
            Symbol = symbol,
            CompanyName = company ?? symbol + " Inc.",
            ReportDate = date,
            Estimate = estimate,
            IsSp500 = isSp500,
            GicsSector = sector,
            Currency = currency,
            FetchedAt = Now,
            CreatedAt = Now,
            UpdatedAt = Now,
        };

    /// <summary>The mails in the folder, oldest key first.</summary>
    public IReadOnlyList<MimeMessage> Mails() =>
        Directory.Exists(Folder)
            ? [.. Directory.GetFiles(Folder, "*.eml").Order(StringComparer.Ordinal).Select(f => MimeMessage.Load(f, Ct))]
            : [];

    public async Task<int> ExecuteAsync(string sql)
    {
        await using var command = Get<NpgsqlDataSource>().CreateCommand(sql);
        return await command.ExecuteNonQueryAsync(Ct);
    }

    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = Get<NpgsqlDataSource>().CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync(Ct))!;
    }

    /// <summary>Ends all connections that hold a mail, which is what the database sees when a process dies.</summary>
    public async Task EndSendersAsync()
    {
        await using var own = new NpgsqlConnection(Database);
        await own.OpenAsync(Ct);
        await using var end = new NpgsqlCommand(
            "select count(pg_terminate_backend(pid, 5000)) from pg_stat_activity where datname = current_database() and state = "
                + "'idle in transaction'",
            own
        );
        Assert.True((long)(await end.ExecuteScalarAsync(Ct))! > 0);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}

internal sealed class ProductionEnvironment : IHostEnvironment
{
    public static readonly ProductionEnvironment Instance = new();

    public string ApplicationName { get; set; } = "tests";
    public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    public string ContentRootPath { get; set; } = "/";
    public string EnvironmentName { get; set; } = Environments.Production;
}

/// <summary>Wall time that moves by hand; timers and deadlines are real.</summary>
internal sealed class HandClock(Instant now) : TimeProvider
{
    public Instant Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now.ToDateTimeOffset();
}

/// <summary>A transport that counts what it takes over, and then does what the test says.</summary>
internal sealed class TestTransport(Func<MimeMessage, string, Task>? then = null) : IMailTransport
{
    public ConcurrentQueue<(string Key, string MessageId, string To)> Taken { get; } = new();

    public string Destination => "the test";

    public IMailLine Open() => new Line(this, then);

    private sealed class Line(TestTransport transport, Func<MimeMessage, string, Task>? then) : IMailLine
    {
        public async Task SendAsync(MimeMessage message, string key, CancellationToken ct)
        {
            transport.Taken.Enqueue((key, message.MessageId!, message.To.Mailboxes.Single().Address));
            if (then is not null)
                await then(message, key);
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}

/// <summary>Reads the links of mails.</summary>
internal static class MailReading
{
    public static string Text(this MimeMessage mail) => mail.TextBody ?? "";

    /// <summary>The token of the unsubscribe link in the headers.</summary>
    public static string CancelToken(this MimeMessage mail) => TokenOf(mail.Headers[HeaderId.ListUnsubscribe]!.Trim('<', '>'));

    /// <summary>The token of the verification link in the text part.</summary>
    public static string VerifyToken(this MimeMessage mail) =>
        TokenOf(mail.Text().Split('\n').Single(l => l.Contains("/verify?token=", StringComparison.Ordinal)).Trim());

    public static string TokenOf(string url) => url[(url.IndexOf("token=", StringComparison.Ordinal) + "token=".Length)..];
}
