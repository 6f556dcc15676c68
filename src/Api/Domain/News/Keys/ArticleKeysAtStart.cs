using InvestmentAssistant.Api.Platform;
using InvestmentAssistant.Api.Platform.Ingestion.Feeds;
using InvestmentAssistant.Api.Platform.Persistence;
using Marten;

namespace InvestmentAssistant.Api.Domain.News.Keys;

/// <summary>
/// When a build comes with another rule of addresses, one replica with the ingest role brings the held articles to it, once, beside
/// everything else: until it is done an
/// article may be there twice, under the old key and the new one.
/// </summary>
public sealed class ArticleKeysAtStart(
    IEnumerable<IArticleKeys> kinds,
    IDocumentStore store,
    LeaseKeeper leases,
    SchemaGate gate,
    AppRoles roles,
    ILogger<ArticleKeysAtStart> log
) : BackgroundService
{
    private static readonly TimeSpan s_afterFailure = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!roles.Ingest)
            return;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await gate.WaitAsync(stoppingToken);
                await RunAsync(stoppingToken);
                return;
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning(
                    "The keys of articles could not be computed by the present rule, next try in {Pause} s: {Reason}",
                    s_afterFailure.TotalSeconds,
                    e.Message
                );
                await Task.Delay(s_afterFailure, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    /// <summary>Brings every kind that is of another rule to the present one.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        await using var lease = await leases.AcquireAsync("article-keys", ct);
        foreach (var kind in kinds)
        {
            await using var session = store.LightweightSession();
            if ((await session.LoadAsync<ArticleKeyState>(kind.Kind, ct))?.Rule == ArticleUrl.Rule)
                continue;
            var changed = await kind.BringUpToDateAsync(ct);
            session.Store(new ArticleKeyState { Id = kind.Kind, Rule = ArticleUrl.Rule });
            await session.SaveChangesAsync(ct);
            if (changed > 0)
                log.LogInformation("{Changed} articles of {Kind} have the key of the present rule", changed, kind.Kind);
        }
    }
}

public static class ArticleKeysExtensions
{
    /// <summary>
    /// Keeps the keys of an article document in step with <see cref="ArticleUrl.Key"/>; see <see cref="ArticleKeys{TArticle}"/>.
    /// </summary>
    public static IServiceCollection AddArticleKeys<TArticle>(
        this IServiceCollection services,
        string kind,
        Func<TArticle, string> keyOf,
        Func<TArticle, string, TArticle> withKey,
        string? follow = null
    )
        where TArticle : class, IArticle
    {
        if (services.All(s => s.ImplementationType != typeof(ArticleKeysAtStart)))
        {
            services.AddHostedService<ArticleKeysAtStart>();
            services.ConfigureMarten(store => store.Schema.For<ArticleKeyState>().DocumentAlias("article_key_state").Identity(s => s.Id));
        }
        return services.AddSingleton<IArticleKeys>(s => new ArticleKeys<TArticle>(
            s.GetRequiredService<IDocumentStore>(),
            kind,
            keyOf,
            withKey,
            follow
        ));
    }
}
