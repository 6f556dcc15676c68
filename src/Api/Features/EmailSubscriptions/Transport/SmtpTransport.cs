using System.Net.Sockets;
using System.Text.RegularExpressions;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace InvestmentAssistant.Api.Features.EmailSubscriptions.Transport;

/// <summary>Mails by SMTP. One connection carries as many mails as are waiting.</summary>
public sealed partial class SmtpTransport(SmtpServer server) : IMailTransport
{
    public string Destination => $"{server.Host}:{server.Port}";

    public IMailLine Open() => new Line(server);

    private sealed partial class Line(SmtpServer server) : IMailLine
    {
        private readonly SmtpClient _client = new() { Timeout = 30_000 };

        public async Task SendAsync(MimeMessage message, string key, CancellationToken ct)
        {
            await ConnectAsync(ct);
            try
            {
                var takesUtf8 = _client.Capabilities.HasFlag(SmtpCapabilities.UTF8);
                await _client.SendAsync(InternationalMail.FormatOf(message, takesUtf8), message, ct);
            }
            catch (SmtpCommandException e)
            {
                throw new MailException(FaultOf(e), CodesOf(e), e);
            }
            catch (Exception e)
                when (e
                        is IOException
                            or SocketException
                            or ProtocolException
                            or ServiceNotConnectedException
                            or OperationCanceledException
                            or TimeoutException
                )
            {
                // The server may have taken the mail and its answer was lost: it is sent again under the same Message-ID.
                throw new MailException(MailFault.ForNow, "the connection broke while the mail was on its way", e);
            }
        }

        public async ValueTask DisposeAsync()
        {
            try
            {
                using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(5));
                if (_client.IsConnected)
                    await _client.DisconnectAsync(quit: true, limit.Token);
            }
            catch (Exception e)
                when (e is IOException or SocketException or CommandException or ProtocolException or OperationCanceledException)
            {
                // The server has hung up first.
            }
            _client.Dispose();
        }

        private async Task ConnectAsync(CancellationToken ct)
        {
            if (_client.IsConnected)
                return;
            try
            {
                await _client.ConnectAsync(server.Host, server.Port, server.Security, ct);
                if (server.User is { } user)
                    await _client.AuthenticateAsync(user, server.Password ?? "", ct);
            }
            catch (Exception e) when (e is not ObjectDisposedException)
            {
                var why = e switch
                {
                    AuthenticationException => "the mail server refuses the user or the password",
                    SslHandshakeException => "the mail server's certificate is not accepted",
                    NotSupportedException => "the mail server offers no encryption; SMTP_SECURITY says it must",
                    SmtpCommandException refused => CodesOf(refused),
                    _ => "the mail server cannot be reached",
                };
                throw new MailException(MailFault.Unreachable, why, e);
            }
        }

        /// <summary>RFC 5321: 5yz means do not try again. A refused sender is about us, not about the mail.</summary>
        private static MailFault FaultOf(SmtpCommandException e) =>
            e.ErrorCode == SmtpErrorCode.SenderNotAccepted ? MailFault.Unreachable
            : e.ErrorCode is SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted && (int)e.StatusCode >= 500
                ? MailFault.ForGood
            : MailFault.ForNow;

        /// <summary>
        /// The reply code, and the enhanced one where the text begins with it; the rest of the text may name the address.
        /// </summary>
        private static string CodesOf(SmtpCommandException e) =>
            $"{e.ErrorCode switch
            {
                SmtpErrorCode.RecipientNotAccepted => "recipient refused",
                SmtpErrorCode.SenderNotAccepted => "sender refused",
                SmtpErrorCode.MessageNotAccepted => "mail refused",
                _ => "command refused",
            }}: SMTP {(int)e.StatusCode} {EnhancedCode().Match(e.Message).Value}".TrimEnd();

        [GeneratedRegex(@"^[245]\.\d{1,3}\.\d{1,3}\b")]
        private static partial Regex EnhancedCode();
    }
}
