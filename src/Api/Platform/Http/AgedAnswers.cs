using InvestmentAssistant.Api.Platform.Caching;

namespace InvestmentAssistant.Api.Platform.Http;

/// <summary>
/// The answer cache as one request sees it: what is read here counts for the age of its answer. Code that reads for no request, or what no
/// answer shows (names, counts), takes <see cref="AnswerCache"/> itself.
/// </summary>
public sealed class AgedAnswers(AnswerCache cache, AnswerAge age)
{
    /// <inheritdoc cref="AnswerCache.GetAsync{T}"/>
    public async Task<T> GetAsync<T>(string key, TimeSpan freshFor, Func<CancellationToken, Task<T>> read, CancellationToken ct)
        where T : class
    {
        var kept = await cache.GetAsync(key, freshFor, read, ct);
        age.Record(kept.Age, kept.IsStale);
        return kept.Value;
    }
}
