using FastEndpoints;
using FluentValidation;
using InvestmentAssistant.Api.Features.NewsSentiment.Documents;
using InvestmentAssistant.Api.Features.NewsSentiment.Reading;
using InvestmentAssistant.Api.Platform.Http.Paging;

namespace InvestmentAssistant.Api.Features.NewsSentiment.Rankings;

public sealed record RankingRequest
{
    /// <summary>Only articles of the last days: days times 24 hours, until now.</summary>
    [QueryParam]
    public int Days { get; init; } = 7;

    /// <summary>Number of the best; limit, or 10, when it is not given.</summary>
    [QueryParam]
    public int? TopCount { get; init; }

    /// <summary>Number of the worst; limit, or 10, when it is not given.</summary>
    [QueryParam]
    public int? BottomCount { get; init; }

    /// <summary>Number of each.</summary>
    [QueryParam]
    public int? Limit { get; init; }

    /// <summary>Names with fewer scored articles are left out.</summary>
    [QueryParam]
    public int MinMentions { get; init; } = 2;
}

public sealed class RankingValidator : Validator<RankingRequest>
{
    public RankingValidator()
    {
        RuleFor(r => r.Days).InclusiveBetween(1, 30);
        RuleFor(r => r.TopCount).InclusiveBetween(1, 50);
        RuleFor(r => r.BottomCount).InclusiveBetween(1, 50);
        RuleFor(r => r.Limit).IsLimit(50);
        RuleFor(r => r.MinMentions).GreaterThanOrEqualTo(1);
    }
}

/// <summary>
/// The best and the worst of one kind of names. A name that is among the best is not among the worst: of few names the best have the first
/// choice.
/// </summary>
/// <param name="Total">Names that were ranked.</param>
/// <param name="Hot">Highest mean first.</param>
/// <param name="Cold">Lowest mean first.</param>
/// <param name="Related">Of each of them, the names of the other kind that most of its articles have too.</param>
public sealed record Ranking(int Total, IReadOnlyList<NameFigures> Hot, IReadOnlyList<NameFigures> Cold, ILookup<string, string> Related)
{
    /// <summary>Names on either side when the request says nothing.</summary>
    private const int UsualCount = 10;

    /// <summary>A mean has moved when it moved further than this.</summary>
    private const decimal Moved = 0.05m;

    public static async Task<Ranking> ReadAsync(SentimentAnswers answers, SubjectKind kind, RankingRequest request, CancellationToken ct)
    {
        var figures = (await answers.FiguresAsync(kind, request.Days, ct)).Where(f => f.Scored >= request.MinMentions).ToList();
        var usual = request.Limit ?? UsualCount;
        var (hot, cold) = Split(figures, request.TopCount ?? usual, request.BottomCount ?? usual);
        var related = await answers.RelatedAsync(kind, [.. hot.Concat(cold).Select(f => f.Name)], request.Days, ct);
        return new Ranking(figures.Count, hot, cold, related);
    }

    /// <summary>Ties go to the name with more articles, then by name.</summary>
    public static (IReadOnlyList<NameFigures> Hot, IReadOnlyList<NameFigures> Cold) Split(
        IEnumerable<NameFigures> figures,
        int top,
        int bottom
    )
    {
        var ranked = figures
            .OrderByDescending(f => f.Score)
            .ThenByDescending(f => f.Count)
            .ThenBy(f => f.Name, StringComparer.Ordinal)
            .ToList();
        var hot = ranked.Take(top).ToList();
        return (
            hot,
            [
                .. ranked
                    .Skip(top)
                    .OrderBy(f => f.Score)
                    .ThenByDescending(f => f.Count)
                    .ThenBy(f => f.Name, StringComparer.Ordinal)
                    .Take(bottom),
            ]
        );
    }

    /// <summary>최근 7일.</summary>
    public static string Period(int days) => $"최근 {days}일";

    /// <summary>상승, 하락 or 보합 by how the mean moved from the older half of the span to the newer; 알 수 없음 when one has no score.</summary>
    public static string TrendOf(NameFigures figures) =>
        figures.Trend switch
        {
            null => Mood.Unknown.Label,
            > Moved => "상승",
            < -Moved => "하락",
            _ => "보합",
        };
}
