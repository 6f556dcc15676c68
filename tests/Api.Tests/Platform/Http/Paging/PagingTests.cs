using FluentValidation;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Http.Paging;

namespace InvestmentAssistant.Api.Tests.Platform.Http.Paging;

/// <summary>Windows, bounds of time and cursors: what every list of the API is made of.</summary>
public sealed class PagingTests
{
    [Theory]
    [InlineData(1, 20, 45, 20, true)]
    [InlineData(2, 20, 40, 20, false)]
    [InlineData(3, 20, 45, 5, false)]
    [InlineData(4, 20, 45, 0, false)]
    [InlineData(1_000_000, 1000, 45, 0, false)]
    public void A_page_has_its_rows_and_says_whether_another_follows(int page, int limit, int total, int rows, bool hasNext)
    {
        var answer = Paged.Of(Window.OfPage(page, limit), [.. Enumerable.Range(1, total)], n => n);
        Assert.Equal((total, rows, page, limit, hasNext), (answer.Total, answer.Items.Count, answer.Page, answer.Limit, answer.HasNext));
        Assert.Equal(Enumerable.Range(1, total).Skip((page - 1) * limit).Take(limit), answer.Items);
    }

    [Fact]
    public void All_pages_together_are_the_list()
    {
        var all = Enumerable.Range(1, 47).ToList();
        var pages = Enumerable.Range(1, 8).SelectMany(page => Paged.Of(Window.OfPage(page, 7), all, n => n).Items);
        Assert.Equal(all, pages);
    }

    [Theory]
    [InlineData("2026-08-31", "2026-08-31T00:00:00Z", "2026-08-31T23:59:59.999999Z")]
    [InlineData("9999-12-31", "9999-12-31T00:00:00Z", "9999-12-31T23:59:59.999999Z")]
    [InlineData("0001-01-01", "0001-01-01T00:00:00Z", "0001-01-01T23:59:59.999999Z")]
    [InlineData("2026-08-31T13:30:00Z", "2026-08-31T13:30:00Z", "2026-08-31T13:30:00Z")]
    [InlineData("2026-08-31T13:30:00+09:00", "2026-08-31T04:30:00Z", "2026-08-31T04:30:00Z")]
    [InlineData("2026-08-31T13:30:00 09:00", "2026-08-31T04:30:00Z", "2026-08-31T04:30:00Z")]
    [InlineData("2026-08-31T13:30:00", "2026-08-31T13:30:00Z", "2026-08-31T13:30:00Z")]
    [InlineData("2026-08-31T13:30:00.25Z", "2026-08-31T13:30:00.25Z", "2026-08-31T13:30:00.25Z")]
    public void A_date_is_its_start_below_and_its_end_above_and_a_time_is_itself(string text, string start, string end)
    {
        Assert.True(TimeBound.TryParse(text, out var bound));
        Assert.Equal(
            (start, end),
            (
                bound.AtStart.ToString("uuuu-MM-ddTHH:mm:ss.FFFFFFFFF'Z'", null),
                bound.AtEnd.ToString("uuuu-MM-ddTHH:mm:ss.FFFFFFFFF'Z'", null)
            )
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("2026-13-01")]
    [InlineData("2026-02-30")]
    [InlineData("-0001-01-01")]
    [InlineData("0000-01-01")]
    [InlineData("-9998-01-01T00:00:00Z")]
    [InlineData("2026-08-31T25:00:00Z")]
    [InlineData("1756600000")]
    public void What_is_neither_is_refused(string text) => Assert.False(TimeBound.TryParse(text, out _));

    private sealed record Span(TimeBound? Start, TimeBound? End, int? Page = null, int? Skip = null, int Limit = 20);

    private sealed class SpanValidator : AbstractValidator<Span>
    {
        public SpanValidator()
        {
            RuleFor(r => r.Start).IsStartOf(r => r.End, "end");
            RuleFor(r => r.Page).IsPage();
            RuleFor(r => r.Skip).IsSkip().IsAlone(r => r.Page, "page");
            RuleFor(r => r.Limit).IsLimit(100);
        }
    }

    // A host in the same process names properties as the wire does from then on; both spellings mean the same parameter here.
    private static string[] FaultsOf(Span request) =>
        [.. new SpanValidator().Validate(request).Errors.Select(e => e.PropertyName.ToLowerInvariant())];

    private static TimeBound? Bound(string? text) => text is null ? null : TimeBound.Parse(text, null);

    [Theory]
    [InlineData("2026-08-31", "2026-08-31", true)]
    [InlineData("2026-08-31T12:00:00Z", "2026-08-31", true)]
    [InlineData("2026-08-31", "2026-08-31T00:00:00Z", true)]
    [InlineData("2026-09-01", "2026-08-31", false)]
    [InlineData("2026-08-31T12:00:01Z", "2026-08-31T12:00:00Z", false)]
    [InlineData("2026-08-31", null, true)]
    [InlineData(null, "2026-08-31", true)]
    public void A_span_that_ends_before_it_starts_is_named_by_its_start(string? start, string? end, bool valid) =>
        Assert.Equal(valid ? [] : ["start"], FaultsOf(new Span(Bound(start), Bound(end))));

    [Theory]
    [InlineData(0, null, 20, "page")]
    [InlineData(1_000_001, null, 20, "page")]
    [InlineData(null, -1, 20, "skip")]
    [InlineData(1, 0, 20, "skip")]
    [InlineData(null, null, 0, "limit")]
    [InlineData(null, null, 101, "limit")]
    public void A_parameter_out_of_bounds_is_named(int? page, int? skip, int limit, string fault) =>
        Assert.Equal([fault], FaultsOf(new Span(null, null, page, skip, limit)));

    [Fact]
    public void A_cursor_brings_its_place_back()
    {
        var place = new TimePosition(Instant.FromUtc(2026, 8, 31, 13, 30) + Duration.FromNanoseconds(123_456_000), "한국경제/뉴스|1");
        var cursor = Cursor.Write("news|source=reuters", place);
        Assert.Equal(place, Cursor.Read<TimePosition>("news|source=reuters", cursor));
        Assert.Null(Cursor.Read<TimePosition>("news|source=reuters", null));
        Assert.DoesNotContain(cursor, c => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_'));
    }

    [Fact]
    public void An_altered_cursor_one_of_another_list_and_a_word_are_bad_input()
    {
        var cursor = Cursor.Write("news", new TimePosition(Instant.FromUtc(2026, 8, 31, 13, 30), "abc"));
        AssertRefused("news|source=cnbc", cursor);
        for (var i = 0; i < cursor.Length; i++)
            AssertRefused("news", cursor[..i] + (cursor[i] == 'A' ? 'B' : 'A') + cursor[(i + 1)..]);
        foreach (
            var word in new[]
            {
                "x",
                "null",
                "%00",
                "====",
                "AAAAAAAAAAAAAAAA",
                cursor + "A",
                cursor[..^1],
                " " + cursor,
                new string('A', 5000),
                "커서",
            }
        )
            AssertRefused("news", word);

        static void AssertRefused(string list, string cursor)
        {
            var problem = Assert.Throws<ProblemException>(() => Cursor.Read<TimePosition>(list, cursor));
            Assert.Equal(400, problem.Status);
            Assert.True(problem.Errors!.ContainsKey("cursor"));
        }
    }
}
