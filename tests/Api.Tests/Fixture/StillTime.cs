namespace InvestmentAssistant.Api.Tests.Fixture;

/// <summary>A stopwatch that only the test moves.</summary>
internal sealed class StillTime : TimeProvider
{
    public TimeSpan Now { get; set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Now.Ticks;
}
