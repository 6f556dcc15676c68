using System.Text;
using MimeKit;

namespace InvestmentAssistant.Api.Features.EmailSubscriptions.Transport;

/// <summary>
/// Mails to addresses of other scripts. Domains are stored in their ASCII form, which every server takes; a local part has none, so that
/// it needs a server with SMTPUTF8 (RFC 6531).
/// </summary>
internal static class InternationalMail
{
    /// <param name="message">The mail.</param>
    /// <param name="takesUtf8">Whether the receiver of it understands UTF-8 in headers.</param>
    /// <exception cref="MailException">Permanent: the receiver's server does not support it, and the address cannot be written without
    /// it.</exception>
    public static FormatOptions FormatOf(MimeMessage message, bool takesUtf8)
    {
        if (message.To.Mailboxes.All(m => Ascii.IsValid(m.Address)))
            return FormatOptions.Default;
        if (!takesUtf8)
            throw new MailException(MailFault.ForGood, "the mail server takes no addresses with letters outside ASCII (SMTPUTF8)");
        var format = FormatOptions.Default.Clone();
        format.International = true;
        return format;
    }
}
