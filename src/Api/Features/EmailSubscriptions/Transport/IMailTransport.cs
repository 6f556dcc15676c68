using MimeKit;

namespace InvestmentAssistant.Api.Features.EmailSubscriptions.Transport;

/// <summary>Sends mails: by SMTP, or as files.</summary>
public interface IMailTransport
{
    /// <summary>For the log: where mails go.</summary>
    string Destination { get; }

    /// <summary>Why these settings let no mail reach a reader, as a sentence; null when they do.</summary>
    string? Obstacle => null;

    /// <summary>A line for one sender, which sends one mail after the other on it. It connects at the first mail.</summary>
    IMailLine Open();
}

/// <summary>One connection; used by one sender at a time.</summary>
public interface IMailLine : IAsyncDisposable
{
    /// <summary>Returns when the other side has taken the mail over.</summary>
    /// <param name="message">To one recipient.</param>
    /// <param name="key">Names the mail; sending it again under the same key replaces it where that is possible.</param>
    /// <param name="ct">The deadline.</param>
    /// <exception cref="MailException">The server did not take it, or it is not known whether it did.</exception>
    Task SendAsync(MimeMessage message, string key, CancellationToken ct);
}

/// <summary>Reason why a mail was not sent.</summary>
public enum MailFault
{
    /// <summary>The mail server cannot be reached, or refuses us: no mail can be sent just now.</summary>
    Unreachable,

    /// <summary>This mail was refused for a time, or the line broke while it was on its way.</summary>
    ForNow,

    /// <summary>This mail was refused permanently.</summary>
    ForGood,
}

/// <summary>A mail that was not sent. The message has no address: it is shown in the health answer.</summary>
public sealed class MailException(MailFault fault, string message, Exception? cause = null) : Exception(message, cause)
{
    public MailFault Fault => fault;
}
