using InvestmentAssistant.Api.Platform.Persistence;
using InvestmentAssistant.Api.Tests.Fixture;
using JasperFx;
using Marten;
using Npgsql;

namespace InvestmentAssistant.Api.Tests.Platform.Persistence;

public sealed class NodaTimeDocumentsTests(LocalServices services) : IAsyncLifetime
{
    private DocumentStore _store = null!;
    private NpgsqlDataSource _source = null!;

    public sealed record Article(string Id, Instant PublishedAt, Instant? FetchedAt, LocalDate Day, LocalDate? ExDate, string Title)
    {
        public Instant IndexedAt { get; init; } = PublishedAt;
    }

    public async ValueTask InitializeAsync()
    {
        var builder = new NpgsqlDataSourceBuilder(await services.NewDatabaseAsync());
        builder.UseNodaTime();
        _source = builder.Build();
        _store = new DocumentStore(Options());
        await _store.Storage.ApplyAllConfiguredChangesToDatabaseAsync(AutoCreate.CreateOrUpdate);
        await using var session = _store.LightweightSession();
        session.Store(
            new Article("a", Instant.FromUtc(2026, 1, 1, 0, 0), Instant.FromUtc(2026, 1, 1, 0, 5), new(2026, 1, 1), null, "first"),
            new Article(
                "b",
                Instant.FromUtc(2026, 1, 1, 0, 0) + Duration.FromMilliseconds(1),
                null,
                new(2026, 1, 2),
                new(2026, 3, 1),
                "second"
            ),
            new Article("c", Instant.FromUtc(2026, 1, 3, 0, 0), null, new(2026, 1, 3), new(2026, 2, 1), "third")
        );
        await session.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    private StoreOptions Options()
    {
        var store = new StoreOptions();
        store.Connection(_source);
        PersistenceExtensions.Configure(store);
        store.Schema.For<Article>().Identity(a => a.Id).Duplicate(a => a.IndexedAt).Duplicate(a => a.ExDate!);
        return store;
    }

    public async ValueTask DisposeAsync()
    {
        _store.Dispose();
        await _source.DisposeAsync();
    }

    [Fact]
    public async Task Instants_are_compared_to_the_millisecond_and_sorted()
    {
        await using var session = _store.QuerySession();
        var newYear = Instant.FromUtc(2026, 1, 1, 0, 0);
        var found = await session
            .Query<Article>()
            .Where(a => a.PublishedAt > newYear)
            .OrderByDescending(a => a.PublishedAt)
            .Select(a => a.Id)
            .ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["c", "b"], found);
    }

    [Fact]
    public async Task A_duplicated_instant_is_a_typed_column()
    {
        await using var session = _store.QuerySession();
        var found = await session
            .Query<Article>()
            .Where(a => a.IndexedAt <= Instant.FromUtc(2026, 1, 2, 0, 0))
            .OrderBy(a => a.IndexedAt)
            .Select(a => a.Id)
            .ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["a", "b"], found);
        await using var type = _source.CreateCommand(
            "select data_type from information_schema.columns where table_schema = 'app' and replace(column_name, '_', '') = 'indexedat'"
        );
        Assert.Equal("timestamp with time zone", await type.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Dates_and_absent_values_can_be_asked_for()
    {
        await using var session = _store.QuerySession();
        var ct = TestContext.Current.CancellationToken;
        Assert.Equal(
            ["b"],
            await session.Query<Article>().Where(a => a.Day == new LocalDate(2026, 1, 2)).Select(a => a.Id).ToListAsync(ct)
        );
        Assert.Equal(
            ["c", "b"],
            await session
                .Query<Article>()
                .Where(a => a.ExDate >= new LocalDate(2026, 2, 1))
                .OrderBy(a => a.ExDate)
                .Select(a => a.Id)
                .ToListAsync(ct)
        );
        Assert.Equal(
            ["b", "c"],
            await session.Query<Article>().Where(a => a.FetchedAt == null).OrderBy(a => a.Id).Select(a => a.Id).ToListAsync(ct)
        );
        Assert.Equal("a", (await session.Query<Article>().SingleAsync(a => a.FetchedAt < Instant.FromUtc(2026, 6, 1, 0, 0), ct)).Id);
    }

    [Fact]
    public async Task A_document_comes_back_as_it_went_in()
    {
        await using var session = _store.QuerySession();
        var article = await session.LoadAsync<Article>("b", TestContext.Current.CancellationToken);
        Assert.Equal(Instant.FromUtc(2026, 1, 1, 0, 0) + Duration.FromMilliseconds(1), article!.PublishedAt);
        Assert.Equal(new LocalDate(2026, 3, 1), article.ExDate);
        Assert.Null(article.FetchedAt);
    }

    [Fact]
    public async Task A_second_start_finds_nothing_to_change()
    {
        using var again = new DocumentStore(Options());
        var migration = await again.Storage.CreateMigrationAsync();
        Assert.Equal(Weasel.Core.SchemaPatchDifference.None, migration.Difference);
    }
}
