using InvestmentAssistant.Api.Platform.Caching;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Tests.Platform.Http;

public static class AgedAnswersExtensions
{
    /// <summary>The cache as a request of its own sees it.</summary>
    public static AgedAnswers Aged(this AnswerCache cache) => new(cache, new AnswerAge());
}
