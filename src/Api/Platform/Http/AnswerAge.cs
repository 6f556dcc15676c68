using System.Globalization;

namespace InvestmentAssistant.Api.Platform.Http;

/// <summary>
/// How old the answer of one request is: readers record the age of each part, the pipeline writes the headers once, when the answer begins.
/// A scoped service rather than an ambient value: who reads says so in its constructor, parallel reads of one request meet in one place,
/// and a test makes one with <c>new</c>.
/// </summary>
public sealed class AnswerAge
{
    private long _oldestTicks;
    private volatile bool _isStale;

    /// <summary>Age of the oldest part; zero when nothing was kept.</summary>
    public TimeSpan Oldest => TimeSpan.FromTicks(Interlocked.Read(ref _oldestTicks));

    /// <summary>Whether a part should have been renewed, but the store is gone.</summary>
    public bool IsStale => _isStale;

    /// <summary>Records one part of the answer. Safe from several threads.</summary>
    /// <param name="age">How long ago it was read.</param>
    /// <param name="isStale">It should have been renewed, but the store is gone.</param>
    public void Record(TimeSpan age, bool isStale)
    {
        if (isStale)
            _isStale = true;
        for (var seen = Interlocked.Read(ref _oldestTicks); age.Ticks > seen; )
        {
            var before = Interlocked.CompareExchange(ref _oldestTicks, age.Ticks, seen);
            if (before == seen)
                return;
            seen = before;
        }
    }

    /// <summary>Sets <c>Age</c> in whole seconds, from one second on, and <see cref="AnswerHeaders.DataStale"/>.</summary>
    internal void WriteTo(IHeaderDictionary headers)
    {
        if (Oldest >= TimeSpan.FromSeconds(1))
            headers.Age = ((long)Oldest.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        if (IsStale)
            headers[AnswerHeaders.DataStale] = "true";
    }
}
