using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Microsoft.Extensions.Primitives;

namespace InvestmentAssistant.Api.Platform.Secrets;

/// <summary>
/// Takes every configured secret out of a text, in any quoted form. It is used where foreign words leave this process (log, stored notes,
/// answers that quote) and where a provider's reply comes in (docs/settings.md, Secrets).
/// </summary>
public sealed class SecretRedactor
{
    /// <summary>Replaces a secret.</summary>
    public const string Mark = "[redacted]";

    /// <summary>A shorter secret is no secret: taking it out would only mangle texts.</summary>
    private const int Shortest = 4;

    /// <summary>Layers of escapes that are undone: JSON inside JSON inside an address.</summary>
    private const int Layers = 3;

    private volatile Matcher _matcher = null!;

    public SecretRedactor(IConfiguration configuration)
    {
        void Read() => _matcher = new Matcher(SecretSettings.Find(configuration));
        Read();
        ChangeToken.OnChange(configuration.GetReloadToken, Read);
    }

    /// <summary>
    /// The text without secrets; the same instance when it holds none. For words about this system: log, notes, problems.
    /// </summary>
    [return: NotNullIfNotNull(nameof(text))]
    public string? Redact(string? text) => Redact(text, _matcher.All);

    /// <summary>
    /// The same for data: articles, names. A secret that is a plain word ("simulated") stays in them, since there it is no secret.
    /// </summary>
    [return: NotNullIfNotNull(nameof(text))]
    public string? RedactData(string? text) => Redact(text, _matcher.Distinct);

    /// <summary>UTF-8 data without secrets; the same bytes when they hold none.</summary>
    public ArraySegment<byte> RedactData(ArraySegment<byte> utf8)
    {
        if (_matcher.Distinct.IsEmpty)
            return utf8;
        var text = Encoding.UTF8.GetString(utf8);
        var clean = RedactData(text);
        return ReferenceEquals(text, clean) ? utf8 : Encoding.UTF8.GetBytes(clean);
    }

    private static string? Redact(string? text, Needles needles)
    {
        if (text is null || text.Length < Shortest || needles.IsEmpty)
            return text;
        List<Range>? hits = null;
        needles.Find(text, ref hits);
        return hits is null ? text : Without(text, hits);
    }

    private static string Without(string text, List<Range> hits)
    {
        var clean = new StringBuilder(text.Length);
        var at = 0;
        foreach (var hit in hits.OrderBy(h => h.Start.Value))
        {
            if (hit.End.Value <= at)
                continue;
            // Overlapping hits are one gap.
            if (hit.Start.Value >= at && (at == 0 || hit.Start.Value > at || !EndsWithMark(clean)))
                clean.Append(text, at, hit.Start.Value - at).Append(Mark);
            at = hit.End.Value;
        }
        return clean.Append(text, at, text.Length - at).ToString();
    }

    private static bool EndsWithMark(StringBuilder text) =>
        text.Length >= Mark.Length && text.ToString(text.Length - Mark.Length, Mark.Length) == Mark;

    private sealed class Matcher(IReadOnlyList<string> secrets)
    {
        public Needles All { get; } = new(secrets.Where(s => s.Length >= Shortest));

        public Needles Distinct { get; } = new(secrets.Where(IsDistinct));
    }

    /// <summary>No word of a language and no number: long, or of middle length with letters and something else.</summary>
    private static bool IsDistinct(string secret) =>
        secret.Length >= 16 || (secret.Length >= 8 && secret.Any(char.IsLetter) && !secret.All(char.IsLetter));

    private sealed class Needles
    {
        private readonly string[] _forms;
        private readonly HashSet<string> _words;
        private readonly SearchValues<string>? _search;

        public Needles(IEnumerable<string> secrets)
        {
            var all = secrets.ToList();
            _words = all.Where(s => !IsDistinct(s)).ToHashSet(StringComparer.OrdinalIgnoreCase);
            _forms =
            [
                .. all.SelectMany(s => IsDistinct(s) ? SecretForms.Of(s) : [s])
                    .Distinct(StringComparer.OrdinalIgnoreCase)
                    .OrderByDescending(f => f.Length),
            ];
            _search = _forms.Length == 0 ? null : SearchValues.Create(_forms, StringComparison.OrdinalIgnoreCase);
        }

        public bool IsEmpty => _search is null;

        public void Find(string text, ref List<Range>? hits)
        {
            Find(text, null, ref hits);
            if (!IsInEscapes(text))
                return;
            var plain = EscapedText.Of(text);
            for (var layer = 0; layer < Layers && EscapedText.HasEscapes(plain.Text); layer++)
            {
                plain = plain.Undone();
                Find(plain.Text, plain, ref hits);
            }
        }

        /// <summary>
        /// Whether a secret may show when escapes are undone; nearly always not, and then nothing is kept of where letters stood.
        /// </summary>
        private bool IsInEscapes(string text)
        {
            for (var layer = 0; layer < Layers && EscapedText.HasEscapes(text); layer++)
            {
                text = EscapedText.Plain(text);
                if (text.AsSpan().IndexOfAny(_search!) >= 0)
                    return true;
            }
            return false;
        }

        private void Find(string text, EscapedText? places, ref List<Range>? hits)
        {
            for (var from = 0; from < text.Length; )
            {
                var at = text.AsSpan(from).IndexOfAny(_search!);
                if (at < 0)
                    return;
                at += from;
                from = at + 1;
                foreach (var form in _forms)
                {
                    if (!text.AsSpan(at).StartsWith(form, StringComparison.OrdinalIgnoreCase))
                        continue;
                    var end = at + form.Length;
                    if (_words.Contains(form) && !IsWord(text, at, end))
                        continue;
                    (hits ??= []).Add(places is { } p ? p.Starts[at]..p.Ends[end - 1] : at..end);
                    from = end;
                    break;
                }
            }
        }

        private static bool IsWord(string text, int start, int end) =>
            (start == 0 || !char.IsLetterOrDigit(text[start - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end]));
    }
}
