namespace InvestmentAssistant.LocalRun;

/// <summary>A reason not to go on that a person can act on: its message is one clear line, shown without a stack trace.</summary>
public sealed class LocalRunException : Exception
{
    public LocalRunException()
        : this("The local run cannot go on.") { }

    public LocalRunException(string message)
        : base(message) { }

    public LocalRunException(string message, Exception innerException)
        : base(message, innerException) { }
}
