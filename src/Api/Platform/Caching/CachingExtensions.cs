using InvestmentAssistant.Api.Platform.Telemetry;
using Microsoft.Extensions.Options;

namespace InvestmentAssistant.Api.Platform.Caching;

public static class CachingExtensions
{
    /// <summary>Answers from PostgreSQL kept in memory; their ETag is made where all answers get it (Platform/Http).</summary>
    public static IServiceCollection AddAnswerCache(this IServiceCollection services, IConfiguration configuration) =>
        services
            .Configure<AnswerCacheOptions>(configuration.GetSection("AnswerCache"))
            .AddSingleton(s => new AnswerCache(s.GetRequiredService<TimeProvider>(), s.GetRequiredService<IOptions<AnswerCacheOptions>>()))
            .AddMeters<CacheMeters>();
}
