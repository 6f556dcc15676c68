namespace InvestmentAssistant.Api.Tests.Fixture;

/// <summary>What every test needs of the run that it is part of; imported everywhere.</summary>
internal static class TestRun
{
    /// <summary>Cancelled when the run is stopped.</summary>
    public static CancellationToken Ct => TestContext.Current.CancellationToken;
}
