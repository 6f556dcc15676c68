namespace InvestmentAssistant.Api.Platform.Caching;

public static class CachingExtensions
{
    /// <summary>Answers from PostgreSQL kept in memory; their ETag is made where all answers get it (Platform/Http).</summary>
    public static IServiceCollection AddAnswerCache(this IServiceCollection services, IConfiguration configuration) =>
        services.AddSingleton<AnswerCache>();
}
