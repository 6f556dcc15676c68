using InvestmentAssistant.Api.Features.NewsSentiment.Documents;
using InvestmentAssistant.Api.Features.NewsSentiment.Reading;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Http.Paging;

namespace InvestmentAssistant.Api.Features.NewsSentiment;

/// <summary>
/// Reads for the slices, cached for some seconds: news come once a day, requests all the time, and without PostgreSQL the last answers are
/// served.
/// </summary>
public sealed class SentimentAnswers(SentimentReader reader, NameReader names, TrendReader trends, AgedAnswers cache, IClock clock)
{
    private static readonly TimeSpan s_freshFor = TimeSpan.FromSeconds(15);

    /// <summary>
    /// Articles that are near enough to the top of a list to be asked for by many alike; the rest is not kept, so that no client fills the
    /// memory.
    /// </summary>
    private const int SharedArticles = 200;

    /// <summary>A window of a list with its summary and place in the batches.</summary>
    /// <exception cref="ProblemException">400: the cursor is not of this list.</exception>
    public async Task<NewsPage> PageAsync(Selection selection, NewsOrder order, NewsPageRequest request, CancellationToken ct)
    {
        var list = $"sentiment:{selection}:{order}";
        var after = Cursor.Read<TimePosition>(list, request.Cursor);
        var window = request.Page is { } page ? Window.OfPage(page, request.Limit) : new Window(request.Offset, request.Limit);
        var isShared = after is null && selection is { AtLeast: null, AtMost: null } && window.Skip + window.Limit <= SharedArticles;
        var read = isShared
            ? await KeptAsync($"{list}:{window}", c => reader.WindowAsync(selection, order, window, null, c), ct)
            : await reader.WindowAsync(selection, order, window, after, ct);
        var next =
            read.HasNext && order.HasCursor
                ? Cursor.Write(list, new TimePosition(read.Articles[^1].PublishedAt, read.Articles[^1].Id))
                : null;
        return new NewsPage(
            await SummaryAsync(selection, ct),
            await BatchInfoAsync(selection.Batch, ct),
            [.. read.Articles.Select(NewsItem.Of)],
            window,
            read.HasNext,
            next
        );
    }

    public Task<SentimentSummary> SummaryAsync(Selection selection, CancellationToken ct) =>
        KeptAsync($"sentiment:summary:{selection}", c => reader.SummaryAsync(selection, c), ct);

    /// <summary>Figures of all names of the last days, by name; of all that is held when <paramref name="days"/> is null.</summary>
    public Task<IReadOnlyList<NameFigures>> FiguresAsync(SubjectKind kind, int? days, CancellationToken ct) =>
        KeptAsync($"sentiment:figures:{kind}:{days}", c => names.FiguresAsync(kind, From(days), Middle(days), c), ct);

    public Task<IReadOnlyList<NameFigures>> RelatedToAsync(Subject subject, int days, int limit, CancellationToken ct) =>
        KeptAsync(
            $"sentiment:related:{subject}:{days}:{limit}",
            c => names.RelatedToAsync(subject, From(days), Middle(days), limit, c),
            ct
        );

    public Task<ILookup<string, string>> RelatedAsync(SubjectKind kind, IReadOnlyCollection<string> of, int days, CancellationToken ct) =>
        KeptAsync($"sentiment:related:{kind}:{days}:{string.Join(',', of)}", c => names.RelatedAsync(kind, of, From(days), c), ct);

    /// <summary>
    /// Points of all news, which many ask for alike and which are kept; or of the names that one client chose, which are not.
    /// </summary>
    public Task<ILookup<string, TrendPoint>> TrendsAsync(
        SubjectKind kind,
        IReadOnlyCollection<string> of,
        bool hourly,
        int days,
        CancellationToken ct
    ) =>
        kind == SubjectKind.Whole
            ? KeptAsync($"sentiment:trend:{hourly}:{days}", c => trends.ReadAsync(kind, of, hourly, From(days), c), ct)
            : trends.ReadAsync(kind, of, hourly, From(days), ct);

    /// <summary>The batch asked for, else the latest; nulls before the first.</summary>
    /// <exception cref="ProblemException">404: there is no such batch.</exception>
    public async Task<BatchInfo> BatchInfoAsync(int? batch, CancellationToken ct)
    {
        var (asked, latest, total) = (
            await KeptAsync($"sentiment:batch:{batch}", async c => new BatchRead(await reader.BatchAsync(batch, c)), ct)
        ).Value;
        if (batch is not null && asked is null)
            throw ProblemException.NotFound(
                $"There is no batch {batch}. {(latest is null ? "None is held yet." : $"The latest is {latest.Id}.")}"
            );
        return new BatchInfo(latest?.Id, asked?.Id, asked?.Date, total);
    }

    /// <summary>The topic by either spelling.</summary>
    /// <exception cref="ProblemException">404: the provider has no such topic, and none is held.</exception>
    public async Task<Subject> TopicAsync(string topic, CancellationToken ct)
    {
        var subject = Subject.Topic(topic);
        if (Topics.IsKnown(topic) || (await FiguresAsync(SubjectKind.Topic, null, ct)).Any(f => f.Name == subject.Name))
            return subject;
        throw ProblemException.NotFound($"There is no topic {topic}. Topics: {string.Join(", ", Topics.Keys)}.");
    }

    private Instant From(int? days) =>
        days is { } some ? clock.GetCurrentInstant() - Duration.FromDays(some) : Instant.FromUnixTimeSeconds(0);

    private Instant Middle(int? days) => clock.GetCurrentInstant() - (days is { } some ? Duration.FromDays(some) / 2 : Duration.Zero);

    private async Task<T> KeptAsync<T>(string key, Func<CancellationToken, Task<T>> read, CancellationToken ct)
        where T : class => await cache.GetAsync(key, s_freshFor, read, ct);

    private sealed record BatchRead((SentimentBatch? Batch, SentimentBatch? Latest, int Total) Value);
}
