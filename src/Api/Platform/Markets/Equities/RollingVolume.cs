using NodaTime;

namespace InvestmentAssistant.Api.Platform.Markets.Equities;

/// <summary>Shares traded in the last 24 hours, in quarter-hour steps: at most a quarter of an hour too much, never too little.</summary>
internal sealed class RollingVolume
{
    private const int StepSeconds = 15 * 60;
    private const int Steps = 97; // 24 hours and the step that is under way

    private readonly decimal[] _volumes = new decimal[Steps];
    private readonly long[] _steps = new long[Steps];

    /// <summary>Counts shares that traded at that time.</summary>
    public void Add(Instant at, decimal shares)
    {
        if (shares <= 0) return;
        var step = at.ToUnixTimeSeconds() / StepSeconds;
        var slot = (int)(step % Steps);
        if (_steps[slot] > step) return; // older than a day
        if (_steps[slot] < step)
        {
            _steps[slot] = step;
            _volumes[slot] = 0;
        }
        _volumes[slot] += shares;
    }

    /// <summary>The sum at that moment, or null when nothing traded in the window.</summary>
    public decimal? At(Instant now)
    {
        var oldest = now.ToUnixTimeSeconds() / StepSeconds - Steps + 1;
        decimal sum = 0;
        var any = false;
        for (var i = 0; i < Steps; i++)
        {
            if (_volumes[i] == 0 || _steps[i] < oldest) continue;
            sum += _volumes[i];
            any = true;
        }
        return any ? sum : null;
    }
}
