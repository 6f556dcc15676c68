using FastEndpoints;
using InvestmentAssistant.Api.Domain.Fundamentals;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Persistence;
using Marten;
using Npgsql;

namespace InvestmentAssistant.Api.Features.BalanceSheets;

/// <summary>Fiscal dates with a balance sheet.</summary>
/// <param name="Periods">Newest first.</param>
/// <param name="Latest">Null when nothing is held.</param>
/// <param name="Oldest">Null when nothing is held.</param>
public sealed record PeriodsAnswer(IReadOnlyList<LocalDate> Periods, int Count, LocalDate? Latest, LocalDate? Oldest, string Description);

/// <summary>GET /api/v1/balance-sheet/periods: the fiscal dates that are held.</summary>
public sealed class ListPeriods(
    IDocumentStore store,
    [FromKeyedServices(PostgresSources.Reads)] NpgsqlDataSource postgres,
    AgedAnswers cache
) : EndpointWithoutRequest<PeriodsAnswer>
{
    private static readonly TimeSpan s_freshFor = TimeSpan.FromSeconds(30);

    public override void Configure()
    {
        Get("periods");
        Group<BalanceSheetGroup>();
        Options(b => b.CachesAs(DataKind.Daily));
        Summary(s =>
        {
            s.Summary = "Fiscal dates with balance sheets";
            s.Description = "The days that periods of at least one company end on, newest first.";
            s.ResponseExamples[200] = new PeriodsAnswer(
                [new LocalDate(2026, 9, 30), new LocalDate(2026, 6, 30)],
                2,
                new LocalDate(2026, 9, 30),
                new LocalDate(2026, 6, 30),
                "재무상태표가 있는 회계 마감일"
            );
        });
    }

    public override async Task<PeriodsAnswer> ExecuteAsync(CancellationToken ct)
    {
        var periods = await cache.GetAsync("balance-sheets:periods", s_freshFor, ReadAsync, ct);
        return new PeriodsAnswer(
            periods,
            periods.Count,
            periods.Count > 0 ? periods[0] : null,
            periods.Count > 0 ? periods[^1] : null,
            "재무상태표가 있는 회계 마감일"
        );
    }

    private async Task<IReadOnlyList<LocalDate>> ReadAsync(CancellationToken ct)
    {
        var periods = new List<LocalDate>();
        await using var command = postgres.CreateCommand(
            $"select distinct fiscal__date__ending from {store.TableOf<BalanceSheet>()} order by 1 desc"
        );
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            periods.Add(await reader.GetFieldValueAsync<LocalDate>(0, ct));
        return periods;
    }
}
