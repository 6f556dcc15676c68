using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace InvestmentAssistant.Api.Features.EmailSubscriptions.Pages;

/// <summary>
/// HTML. Made from an interpolated string, in which every value is encoded unless it is markup itself:
/// <c>Markup.Of($"&lt;b&gt;{name}&lt;/b&gt;")</c>.
/// </summary>
internal readonly record struct Markup(string Text)
{
    public static readonly Markup None = new("");

    public static Markup Of(MarkupBuilder builder) => new(builder.ToString());

    public static Markup Join(IEnumerable<Markup> parts) => new(string.Concat(parts.Select(p => p.Text)));

    public override string ToString() => Text;
}

/// <summary>Handler that the compiler uses for an interpolated string that becomes <see cref="Markup"/>.</summary>
[InterpolatedStringHandler]
internal readonly ref struct MarkupBuilder(int literalLength, int holes)
{
    // Korean stays readable in the source.
    private static readonly HtmlEncoder s_encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _text = new(literalLength + 16 * holes);

    public void AppendLiteral(string literal) => _text.Append(literal);

    public void AppendFormatted(Markup markup) => _text.Append(markup.Text);

    public void AppendFormatted<T>(T value) => _text.Append(s_encoder.Encode(Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""));

    public override string ToString() => _text.ToString();
}
