using System.Net;
using InvestmentAssistant.Api.Platform.Secrets;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly;

namespace InvestmentAssistant.Api.Platform.Providers;

/// <summary>
/// The order in which a call passes, outermost first: guard (typed errors), total timeout, retry, breaker, budget, attempt timeout, reply
/// (key, size cap, content type), wire. The budget stands inside the retry: every attempt is a call to the provider and counts as one.
/// </summary>
internal static class ProviderPipeline
{
    /// <summary>A Retry-After longer than this is not waited for within a call: the caller gets RateLimited and decides.</summary>
    internal static readonly TimeSpan LongestRetryAfter = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan s_attempt = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan s_total = TimeSpan.FromMinutes(4);

    internal static IHttpClientBuilder AddProviderPipeline(this IHttpClientBuilder builder, string provider)
    {
        builder.AddHttpMessageHandler(s => new ProviderGuardHandler(
            provider,
            s.GetRequiredService<IOptionsMonitor<ProviderOptions>>(),
            s.GetRequiredService<ProviderMeters>(),
            s.GetRequiredService<ILogger<ProviderGuardHandler>>()
        ));

        builder.AddResilienceHandler("outer", pipeline =>
        {
            pipeline.AddTimeout(s_total);
            var retry = new HttpRetryStrategyOptions
            {
                MaxRetryAttempts = 3,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = TimeSpan.FromSeconds(1),
                ShouldHandle = arguments =>
                    ValueTask.FromResult(
                        HttpClientResiliencePredicates.IsTransient(arguments.Outcome)
                            && !(RetryAfterOf(arguments.Outcome.Result) > LongestRetryAfter)
                    ),
                // Null means: no word from the provider, so the jittered exponential delay holds.
                DelayGenerator = arguments => ValueTask.FromResult(RetryAfterOf(arguments.Outcome.Result)),
            };
            retry.DisableForUnsafeHttpMethods();
            pipeline.AddRetry(retry);
            pipeline.AddCircuitBreaker(
                new HttpCircuitBreakerStrategyOptions
                {
                    FailureRatio = 0.5,
                    MinimumThroughput = 8,
                    SamplingDuration = TimeSpan.FromSeconds(60),
                    BreakDuration = TimeSpan.FromSeconds(20),
                    // 429 says that the provider is well and we are too fast: the retry and the budget answer that, not the breaker.
                    ShouldHandle = arguments =>
                        ValueTask.FromResult(
                            HttpClientResiliencePredicates.IsTransient(arguments.Outcome)
                                && arguments.Outcome.Result?.StatusCode != HttpStatusCode.TooManyRequests
                        ),
                }
            );
        });

        builder.AddHttpMessageHandler(s => new ProviderBudgetHandler(
            provider,
            s.GetRequiredService<IOptionsMonitor<ProviderOptions>>(),
            s.GetRequiredService<ProviderBudget>()
        ));

        builder.AddResilienceHandler("attempt", pipeline => pipeline.AddTimeout(s_attempt));

        builder.AddHttpMessageHandler(s => new ProviderReplyHandler(
            provider,
            s.GetRequiredService<IOptionsMonitor<ProviderOptions>>(),
            s.GetKeyedService<IProviderAuth>(provider),
            s.GetRequiredService<SecretRedactor>()
        ));
        return builder;
    }

    /// <summary>
    /// The wait a reply asks for, from either form of the header; never negative. A date is read against the reply's own clock.
    /// </summary>
    internal static TimeSpan? RetryAfterOf(HttpResponseMessage? reply)
    {
        if (reply?.Headers.RetryAfter is not { } header)
            return null;
        var wait = header.Delta ?? header.Date - (reply.Headers.Date ?? TimeProvider.System.GetUtcNow());
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
