namespace InvestmentAssistant.Api.Platform.Caching;

/// <summary>Settings <c>AnswerCache:*</c>.</summary>
public sealed class AnswerCacheOptions
{
    /// <summary>Memory for kept answers, MiB, estimated (default 64). Whatever strangers ask for, the process grows by no more.</summary>
    public int MaxMegabytes { get; set; } = 64;
}
