using System.Text.Json;
using InvestmentAssistant.LocalRun;

namespace InvestmentAssistant.Api.Tests.LocalRun;

/// <summary>What the terminal says of the first fill.</summary>
public sealed class FillProgressTests
{
    private static string Set(
        string name,
        string state,
        string? success,
        string? outcome,
        string? progress = null,
        bool atStart = true,
        int? rows = null
    ) =>
        JsonSerializer.Serialize(
            new
            {
                name,
                state,
                rows,
                last_success_at = success,
                fills_at_start = atStart,
                last_run = outcome is null ? null : new { outcome, progress },
            }
        );

    private static FillProgress.Fill Fill(params string[] sets) =>
        FillProgress.Fill.Of(JsonSerializer.Deserialize<JsonElement>($$"""{"data_sets":[{{string.Join(',', sets)}}]}"""))!;

    [Fact]
    public void A_fill_under_way_names_what_is_read_how_far_and_what_failed()
    {
        var fill = Fill(
            Set("cpi", "fresh", "2026-11-28T10:00:00Z", "succeeded", rows: 165),
            Set("us-bars", "pending", null, "running", "120 of 615 symbols"),
            Set("company-news", "pending", null, "running"),
            Set("ipo-calendar", "failing", null, "failed"),
            Set("coin-list", "pending", null, null)
        );

        Assert.Equal("1 of 5 data sets; under way: us-bars (120 of 615 symbols), company-news; failing: ipo-calendar", fill.Line);
        Assert.Equal((165, false), (fill.Rows, fill.IsComplete));
    }

    [Fact]
    public void What_waits_for_its_schedule_or_has_no_key_is_not_waited_for()
    {
        var fill = Fill(
            Set("cpi", "stale", "2026-11-28T10:00:00Z", "running", rows: 165),
            Set("retention", "pending", null, null, atStart: false),
            Set("x-posts", "not_configured", null, null)
        );

        Assert.True(fill.IsComplete);
        Assert.Equal(1, fill.All);
    }

    [Fact]
    public void G7_the_line_tells_what_is_left_by_what_this_fill_has_taken()
    {
        const string Done =
            """{"started_at":"2026-11-28T10:00:00Z","ended_at":"2026-11-28T10:00:20Z","outcome":"succeeded","progress":null}""";
        const string HalfDone =
            """{"started_at":"2026-11-28T10:00:20Z","ended_at":null,"outcome":"running","progress":"300 of 600 symbols"}""";
        static string Set(string name, string provider, bool done, string run) =>
            $$"""{"name":"{{name}}","provider":"{{provider}}","state":"pending","rows":1,"fills_at_start":true,"last_success_at":{{(done ? "\"2026-11-28T10:00:20Z\"" : "null")}},"last_run":{{run}}}""";

        var fill = FillProgress.Fill.Of(
            JsonSerializer.Deserialize<JsonElement>(
                $$"""
                {"as_of":"2026-11-28T10:00:30Z","data_sets":[{{Set("a", "one", true, Done)}},{{Set("b", "one", false, HalfDone)}},
                {{Set("c", "two", false, "null")}},{{Set("d", "two", false, "null")}}]}
                """
            )
        )!;

        // What usually takes a second took twenty; one provider has half a second left of that measure, the other two.
        Assert.Equal(TimeSpan.FromSeconds(40), fill.Left);
        Assert.StartsWith("1 of 4 data sets, about 40 s left; under way: b", fill.LineWithEstimate, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"type":"about:blank","status":503}""")]
    [InlineData("[]")]
    public void A_problem_while_PostgreSQL_is_away_tells_nothing(string answer) =>
        Assert.Null(FillProgress.Fill.Of(JsonSerializer.Deserialize<JsonElement>(answer)));

    [Fact]
    public void A_status_without_data_sets_is_no_complete_fill() => Assert.False(Fill().IsComplete);
}
