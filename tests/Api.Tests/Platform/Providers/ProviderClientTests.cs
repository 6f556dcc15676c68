using System.Collections.Concurrent;
using System.Diagnostics;
using InvestmentAssistant.Api.Platform.Json;
using InvestmentAssistant.Api.Platform.Providers;
using InvestmentAssistant.Api.Tests.Fixture;
using InvestmentAssistant.Api.Tests.Platform.Ingestion;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace InvestmentAssistant.Api.Tests.Platform.Providers;

public sealed class ProviderClientTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private readonly ConcurrentQueue<string> _log = new();
    private StubProvider _stub = null!;

    public async ValueTask InitializeAsync() => _stub = await StubProvider.StartAsync();

    public ValueTask DisposeAsync() => _stub.DisposeAsync();

    /// <summary>The typed client of the tests, as a feature would have one.</summary>
    internal sealed class StubClient(HttpClient http)
    {
        internal sealed record Reply(bool Ok);

        public Task<Reply> GetAsync(string path, CancellationToken ct) => http.GetProviderJsonAsync<Reply>(path, JsonSettings.Wire, ct);

        public async Task<string> GetTextAsync(string path, string accept, CancellationToken ct)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Accept.ParseAdd(accept);
            using var reply = await http.SendAsync(request, ct);
            return await reply.Content.ReadAsStringAsync(ct);
        }

        public async Task PostAsync(string path, CancellationToken ct)
        {
            using var reply = await http.PostAsync(new Uri(path, UriKind.Relative), null, ct);
        }
    }

    private Task<ReplicaHost> ReplicaAsync(string provider, params (string, string)[] settings) =>
        ReplicaAsync(database.ConnectionString, _log, provider, _stub.Address, settings);

    internal static Task<ReplicaHost> ReplicaAsync(
        string connectionString,
        ConcurrentQueue<string> log,
        string provider,
        string address,
        params (string, string)[] settings
    ) => ReplicaAsync(connectionString, log, provider, address, add: null, clock: null, settings);

    /// <summary>A replica with the client, a log that is kept, and more.</summary>
    internal static Task<ReplicaHost> ReplicaAsync(
        string connectionString,
        ConcurrentQueue<string> log,
        string provider,
        string address,
        Action<IServiceCollection>? add,
        IClock? clock,
        params (string, string)[] settings
    ) =>
        ReplicaHost.BuildAsync(
            connectionString,
            services =>
            {
                services
                    .AddLogging(l => l.SetMinimumLevel(LogLevel.Trace).AddProvider(new QueueLogger(log)))
                    .AddProviderClient<StubClient>(provider);
                add?.Invoke(services);
            },
            clock,
            [($"Providers:{provider}:BaseUrl", address), .. settings]
        );

    internal static async Task<ProviderException> FailureAsync(ReplicaHost replica, string path = "thing") =>
        await Assert.ThrowsAsync<ProviderException>(() => replica.Get<StubClient>().GetAsync(path, Ct));

    [Fact]
    public async Task Retry_After_is_waited_for_and_every_attempt_counts_against_the_budget()
    {
        _stub.Answer = (http, n) =>
        {
            if (n > 1)
                return http.Response.WriteAsJsonAsync(new { ok = true });
            http.Response.StatusCode = 429;
            http.Response.Headers.RetryAfter = "2";
            return Task.CompletedTask;
        };
        await using var replica = await ReplicaAsync("stub-retry", ("Providers:stub-retry:CallsPerDay", "10"));

        var watch = Stopwatch.StartNew();
        Assert.True((await replica.Get<StubClient>().GetAsync("thing", Ct)).Ok);

        // The wait itself is wall time; a busy machine only makes it longer.
        Assert.True(watch.Elapsed >= TimeSpan.FromSeconds(1.9), $"{watch.Elapsed}");
        Assert.Equal(2, _stub.Requests.Count);
        Assert.Equal(2, Assert.Single(await replica.Get<ProviderBudget>().ReadAsync(Ct), b => b.Provider == "stub-retry").CallsToday);
    }

    [Fact]
    public async Task A_long_Retry_After_is_handed_to_the_caller_at_once()
    {
        _stub.Answer = (http, _) =>
        {
            http.Response.StatusCode = 429;
            http.Response.Headers.RetryAfter = "600";
            return Task.CompletedTask;
        };
        await using var replica = await ReplicaAsync("stub-long");

        var failure = await FailureAsync(replica);

        Assert.Equal((ProviderFailure.RateLimited, TimeSpan.FromMinutes(10)), (failure.Kind, failure.RetryAfter));
        Assert.Single(_stub.Requests);
    }

    [Fact]
    public async Task A_spent_day_stops_before_the_wire()
    {
        await using var replica = await ReplicaAsync("stub-day", ("Providers:stub-day:CallsPerDay", "1"));
        await replica.Get<StubClient>().GetAsync("thing", Ct);

        Assert.Equal(ProviderFailure.BudgetSpent, (await FailureAsync(replica)).Kind);
        Assert.Single(_stub.Requests);
    }

    [Theory]
    [InlineData(401, ProviderFailure.Unauthorized)]
    [InlineData(403, ProviderFailure.Unauthorized)]
    [InlineData(404, ProviderFailure.Rejected)]
    [InlineData(304, ProviderFailure.BadReply)]
    public async Task A_refusal_is_typed_and_not_repeated(int status, ProviderFailure expected)
    {
        _stub.Answer = (http, _) =>
        {
            http.Response.StatusCode = status;
            return Task.CompletedTask;
        };
        await using var replica = await ReplicaAsync("stub-refusal");

        Assert.Equal(expected, (await FailureAsync(replica)).Kind);
        Assert.Single(_stub.Requests);
    }

    [Theory]
    [InlineData("text/html; charset=utf-8")]
    [InlineData("application/json")] // what some gateways call their error page
    public async Task An_HTML_page_where_data_was_asked_for_is_a_bad_reply(string contentType)
    {
        _stub.Answer = (http, _) =>
        {
            http.Response.ContentType = contentType;
            return http.Response.WriteAsync("\r\n<!doctype html><title>We will be back</title>", Ct);
        };
        await using var replica = await ReplicaAsync("stub-html");

        var failure = await FailureAsync(replica);

        Assert.Equal(ProviderFailure.BadReply, failure.Kind);
        Assert.Contains("HTML", failure.Message);
        Assert.Contains("doctype", await replica.Get<StubClient>().GetTextAsync("thing", "text/html", Ct));
    }

    [Theory]
    [InlineData("{\"ok\": tru")]
    [InlineData("null")]
    [InlineData("[1, 2]")]
    public async Task JSON_that_does_not_fit_is_a_bad_reply(string body)
    {
        _stub.Answer = (http, _) =>
        {
            http.Response.ContentType = "application/json";
            return http.Response.WriteAsync(body, Ct);
        };
        await using var replica = await ReplicaAsync("stub-json");

        Assert.Equal(ProviderFailure.BadReply, (await FailureAsync(replica)).Kind);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_reply_over_the_cap_is_refused_with_or_without_its_length(bool sayLength)
    {
        var body = new string('x', 5_000);
        _stub.Answer = async (http, _) =>
        {
            http.Response.ContentType = "application/json";
            if (sayLength)
                http.Response.ContentLength = body.Length;
            await http.Response.WriteAsync(body[..1_000], Ct);
            await http.Response.Body.FlushAsync(Ct);
            await http.Response.WriteAsync(body[1_000..], Ct);
        };
        await using var replica = await ReplicaAsync("stub-cap", ("Providers:stub-cap:MaxReplyBytes", "4096"));

        var failure = await FailureAsync(replica);

        Assert.Equal(ProviderFailure.BadReply, failure.Kind);
        Assert.Contains("4096", failure.Message);
    }

    [Fact]
    public async Task After_a_row_of_server_errors_the_breaker_leaves_the_provider_alone()
    {
        _stub.Answer = (http, _) =>
        {
            http.Response.StatusCode = 500;
            return Task.CompletedTask;
        };
        await using var replica = await ReplicaAsync("stub-breaker");
        var client = replica.Get<StubClient>();

        // POST is never repeated, so each call is one attempt.
        for (var i = 0; i < 8; i++)
            Assert.Equal(
                ProviderFailure.ServerError,
                (await Assert.ThrowsAsync<ProviderException>(() => client.PostAsync("thing", Ct))).Kind
            );
        var left = await Assert.ThrowsAsync<ProviderException>(() => client.PostAsync("thing", Ct));

        Assert.Equal(ProviderFailure.ServerError, left.Kind);
        Assert.Equal(8, _stub.Requests.Count);
    }

    [Fact]
    public async Task A_provider_without_a_key_is_not_configured_and_nothing_is_sent()
    {
        await using var replica = await ReplicaAsync("finnhub");

        Assert.Equal(ProviderFailure.NotConfigured, (await FailureAsync(replica)).Kind);
        Assert.Empty(_stub.Requests);
    }

    [Fact]
    public async Task The_key_of_the_old_environment_name_travels_in_a_header_and_stays_out_of_the_log()
    {
        await using var replica = await ReplicaAsync("finnhub", ("FINNHUB_API_KEY", " secret-4711 "));

        await replica.Get<StubClient>().GetAsync("quote?symbol=AAPL", Ct);
        _stub.Answer = (http, _) =>
        {
            http.Response.StatusCode = 401;
            return Task.CompletedTask;
        };
        await FailureAsync(replica, "quote?symbol=AAPL");

        Assert.All(_stub.Requests, r => Assert.Equal(("/quote", "?symbol=AAPL", "secret-4711"), (r.Path, r.Query, r.Key)));
        Assert.Contains(_log, line => line.Contains("Unauthorized"));
        Assert.DoesNotContain(_log, line => line.Contains("4711"));
    }

    [Fact]
    public async Task A_provider_that_cannot_be_reached_is_a_server_error()
    {
        await using var replica = await ReplicaAsync("stub-gone");
        await _stub.DisposeAsync();

        var failure = await Assert.ThrowsAsync<ProviderException>(() => replica.Get<StubClient>().PostAsync("thing", Ct));

        Assert.Equal(ProviderFailure.ServerError, failure.Kind);
    }

    private sealed class QueueLogger(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => lines.Enqueue($"{logLevel}: {formatter(state, exception)}{exception}");

        public void Dispose() { }
    }
}
