using InvestmentAssistant.Api.Domain.Fundamentals;
using InvestmentAssistant.Api.Features.MarketNews;
using InvestmentAssistant.Api.Features.Sns;
using InvestmentAssistant.Api.Features.Sns.Documents;
using InvestmentAssistant.Api.Platform.Http.Finished;
using InvestmentAssistant.Api.Platform.Persistence;
using InvestmentAssistant.Api.Tests.Fixture;
using InvestmentAssistant.LocalRun.Services;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace InvestmentAssistant.Api.Tests.Platform.Http.Finished;

/// <summary>What is written on one replica is forgotten on both: two of them over one PostgreSQL and one Redis.</summary>
public sealed class WrittenFeaturesTests(LocalServices services) : IAsyncLifetime
{
    private PrivateRedis _redis = null!;
    private ServiceProvider _writer = null!,
        _reader = null!;

    public async ValueTask InitializeAsync()
    {
        _redis = await services.NewRedisAsync("written");
        _writer = await ReplicaAsync();
        _reader = await ReplicaAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        await _reader.DisposeAsync();
        await _redis.DisposeAsync();
    }

    [Fact]
    public async Task A_committed_document_makes_its_features_answers_old_on_all_replicas()
    {
        var (here, there) = (AnswersOf(_writer), AnswersOf(_reader));
        var (before, beforeThere) = (here.StampOf("Sns"), there.StampOf("Sns"));
        var (news, newsThere) = (here.StampOf("MarketNews"), there.StampOf("MarketNews"));

        await WriteAsync();

        // Who writes and then asks gets what was written.
        Assert.NotEqual(before, here.StampOf("Sns"));
        await Wait.Until(() => there.StampOf("Sns") != beforeThere);
        Assert.Equal(news, here.StampOf("MarketNews"));
        Assert.Equal(newsThere, there.StampOf("MarketNews"));
    }

    [Fact]
    public async Task A_Redis_that_was_away_costs_no_write_and_carries_the_next_ones()
    {
        var there = AnswersOf(_reader);
        await _redis.StopServerAsync();
        await WriteAsync();

        await _redis.StartServerAsync(Ct);

        var before = there.StampOf("Sns");
        await Wait.Until(async () =>
        {
            await WriteAsync();
            return there.StampOf("Sns") != before;
        });
    }

    [Fact]
    public void A_type_belongs_to_the_feature_in_whose_folder_it_lies()
    {
        Assert.Equal("Sns", WrittenFeatures.FeatureOf(typeof(SocialAccount)));
        Assert.Equal("MarketNews", WrittenFeatures.FeatureOf(typeof(ListMarketNews)));
        Assert.Null(WrittenFeatures.FeatureOf(typeof(BalanceSheet)));
    }

    private static FinishedAnswers AnswersOf(ServiceProvider replica) => replica.GetRequiredService<FinishedAnswers>();

    private async Task WriteAsync()
    {
        await using var session = _writer.GetRequiredService<IDocumentStore>().LightweightSession();
        session.Store(
            new SocialAccount
            {
                Id = "x/someone",
                Source = "x",
                Username = "someone",
                LookedUpAt = Instant.FromUtc(2026, 11, 30, 9, 0),
            }
        );
        await session.SaveChangesAsync(Ct);
    }

    private async Task<ServiceProvider> ReplicaAsync()
    {
        var replica = await services.NewServicesAsync(
            (collection, configuration) =>
                collection
                    .AddSingleton(TimeProvider.System)
                    .AddSingleton(_ => new RedisConnection(RedisConnection.OptionsFrom(configuration)))
                    .AddSingleton<FinishedAnswers>()
                    .AddPersistence(configuration, [new SnsFeature()])
                    .AddFinishedAnswers(configuration),
            ("ConnectionStrings:Redis", _redis.Endpoint)
        );
        await replica.GetRequiredService<WrittenFeatures>().FollowAsync(Ct);
        return replica;
    }
}
