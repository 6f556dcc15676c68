using System.Net;
using System.Text;
using System.Text.Json;
using InvestmentAssistant.Api.Platform.Secrets;
using Microsoft.Extensions.Configuration;

namespace InvestmentAssistant.Api.Tests.Platform.Secrets;

/// <summary>Case P1: no configured secret in any form of it.</summary>
public sealed class SecretRedactorTests
{
    private const string Key = "K7x/Qw+9Zp=4Lm~Rt2";

    private static SecretRedactor With(params (string Name, string Value)[] settings) =>
        new(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Name, (string?)s.Value))).Build());

    private static readonly SecretRedactor s_redactor = With(
        ("ALPHA_VANTAGE_API_KEY", Key),
        ("DB_PASSWORD", "simple"),
        ("REDIS_PASSWORD", "abc")
    );

    public static TheoryData<string, string> Forms =>
        new()
        {
            { "plain", Key },
            { "lower case", Key.ToLowerInvariant() },
            { "upper case", Key.ToUpperInvariant() },
            { "URL-encoded", Uri.EscapeDataString(Key) },
            { "URL-encoded in lower case", Uri.EscapeDataString(Key).ToLowerInvariant() },
            { "form-encoded", WebUtility.UrlEncode(Key) },
            { "URL-encoded twice", Uri.EscapeDataString(Uri.EscapeDataString(Key)) },
            { "every letter URL-encoded", string.Concat(Key.Select(c => $"%{(int)c:x2}")) },
            { "JSON-escaped", JsonEncodedText.Encode(Key).ToString() },
            { "every letter JSON-escaped", string.Concat(Key.Select(c => $"\\u{(int)c:X4}")) },
            { "slashes JSON-escaped", Key.Replace("/", "\\/", StringComparison.Ordinal) },
            { "JSON inside JSON", JsonSerializer.Serialize(JsonSerializer.Serialize(Key)) },
            { "HTML-escaped", WebUtility.HtmlEncode(Key.Replace("=", "&#61;", StringComparison.Ordinal)) },
            { "HTML numbers", string.Concat(Key.Select(c => $"&#x{(int)c:x};")) },
            { "parted by characters without width", string.Join('\u200B', Key.ToCharArray()) },
            { "base64", Convert.ToBase64String(Encoding.UTF8.GetBytes(Key)) },
            { "base64 of user and secret", Convert.ToBase64String(Encoding.UTF8.GetBytes("user:" + Key + "@host")) },
            { "base64 with one letter before", Convert.ToBase64String(Encoding.UTF8.GetBytes("u" + Key)) },
            { "base64url", Convert.ToBase64String(Encoding.UTF8.GetBytes("xy" + Key)).Replace('+', '-').Replace('/', '_') },
            { "hex", Convert.ToHexString(Encoding.UTF8.GetBytes(Key)) },
        };

    [Theory, MemberData(nameof(Forms))]
    public void P1_a_secret_is_taken_out_in_every_form(string form, string quoted)
    {
        foreach (
            var text in new[] { quoted, $"We have detected your API key as {quoted} and our limit is 25", $"a={quoted}&b=금리{quoted}" }
        )
        {
            var clean = s_redactor.Redact(text);
            Assert.True(clean.Contains(SecretRedactor.Mark, StringComparison.Ordinal), form);
            Assert.DoesNotContain(quoted, clean, StringComparison.OrdinalIgnoreCase);
            Assert.Equal(clean, s_redactor.RedactData(text));
        }
    }

    [Fact]
    public void P1_every_place_of_every_secret_is_taken_out_and_nothing_else()
    {
        Assert.Equal("a [redacted] b [redacted], c", s_redactor.Redact($"a {Key} b {Key}, c"));
        Assert.Equal(
            "[redacted][redacted]",
            s_redactor.Redact($"{Key}simple").Replace("simple", SecretRedactor.Mark, StringComparison.Ordinal)
        );
        const string text = "Nothing to hide: 100 % of \\u00e9 &amp; %7E";
        Assert.Same(text, s_redactor.Redact(text));
        Assert.Null(s_redactor.Redact(null));
    }

    [Fact]
    public void P1_a_secret_that_is_a_plain_word_goes_from_our_own_words_as_a_word_and_stays_in_data()
    {
        Assert.Equal("password=[redacted]; simplest", s_redactor.Redact("password=simple; simplest"));
        Assert.Equal("a simple story", s_redactor.RedactData("a simple story"));
        // Three letters are no secret.
        Assert.Equal("abc", s_redactor.Redact("abc"));
    }

    [Fact]
    public void P1_bytes_stay_the_same_when_they_hold_no_secret()
    {
        ArraySegment<byte> body = "{\"title\":\"금리\"}"u8.ToArray();
        Assert.Same(body.Array, s_redactor.RedactData(body).Array);
        Assert.Equal(
            "{\"t\":\"[redacted]\"}",
            Encoding.UTF8.GetString(s_redactor.RedactData(Encoding.UTF8.GetBytes($"{{\"t\":\"{Key}\"}}")))
        );
    }

    [Fact]
    public void Without_secrets_every_text_passes()
    {
        const string text = "anything";
        Assert.Same(text, With().Redact(text));
    }
}
