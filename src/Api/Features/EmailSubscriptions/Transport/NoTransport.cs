using MimeKit;

namespace InvestmentAssistant.Api.Features.EmailSubscriptions.Transport;

/// <summary>
/// What a live process has without a mail server: mails wait in the outbox. A file that nobody fetches would count as sent.
/// </summary>
public sealed class NoTransport : IMailTransport
{
    /// <inheritdoc />
    public string Destination => "nowhere";

    /// <inheritdoc />
    public string Obstacle => "No mail server is set (SMTP_HOST), so no mail is sent: all wait, and are given up when they are too old";

    /// <inheritdoc />
    public IMailLine Open() => new Line(Obstacle);

    private sealed class Line(string obstacle) : IMailLine
    {
        public Task SendAsync(MimeMessage message, string key, CancellationToken ct) =>
            throw new MailException(MailFault.Unreachable, obstacle);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
