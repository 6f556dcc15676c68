using FastEndpoints;
using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Features.Sns;

/// <summary>The accounts of each source, most posts first.</summary>
public sealed record AuthorLists(
    IReadOnlyList<AuthorView> X,
    IReadOnlyList<AuthorView> TruthSocialPosts,
    IReadOnlyList<AuthorView> TruthSocialTrends
);

/// <summary>GET /api/v1/sns/authors: who wrote in the last 30 days.</summary>
public sealed class ListAuthors(SnsFigures figures, AgedAnswers cache, IClock clock) : EndpointWithoutRequest<AuthorLists>
{
    public override void Configure()
    {
        Get("authors");
        Group<SnsGroup>();
        Options(b => b.CachesAs(DataKind.Minutes));
        Summary(s =>
        {
            s.Summary = "Authors";
            s.Description =
                "Accounts with posts in the last 30 days, a list for each source, most posts first. Trends leave out the "
                + "accounts that are held whole.";
            s.ResponseExamples[200] = new AuthorLists(
                [new AuthorView("orchard_capital", "Orchard Capital (made up)", 96, Instant.FromUtc(2026, 11, 23, 14, 5), true)],
                [],
                []
            );
        });
    }

    public override async Task<AuthorLists> ExecuteAsync(CancellationToken ct) =>
        await cache.GetAsync("sns:authors", TimeSpan.FromSeconds(15), ReadAsync, ct);

    private async Task<AuthorLists> ReadAsync(CancellationToken ct)
    {
        var authors = await figures.AuthorsAsync(clock.GetCurrentInstant() - Duration.FromDays(30), ct);
        return new AuthorLists([.. authors[SocialSource.X]], [.. authors[SocialSource.TruthPosts]], [.. authors[SocialSource.TruthTrends]]);
    }
}
