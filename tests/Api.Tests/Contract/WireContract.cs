using System.Globalization;

namespace InvestmentAssistant.Api.Tests.Contract;

/// <summary>
/// The wire contract, read from the .contract files beside this one: what the deployed front end may ask and what it reads.
/// <code>
/// shape Article                 a named object
///   title: text                 types: text whole number flag instant date object any, a shape, {} (fields follow, indented)
///   author: text?               ? may be null      [] a list      map T: an object of any names whose values are T
///
/// GET /api/v1/news/{id}
///   with id from /api/v1/news items.0.id      a parameter's value: here taken from another answer; plain text, today-30, this-year
///   with id from /api/v1/news [a/tags].a.id   of the first row whose list a.tags holds something
///   send {"email": "..."}                     the body of a POST
///   ? limit whole 1..100 default 20           a query parameter, its type, bounds, choices (a|b) or `required`
///   = Article                                 the answer; or its fields, indented; `page` is HTML
/// </code>
/// An answer may have more fields than named here, never fewer, and never another type.
/// </summary>
internal sealed record WireContract(IReadOnlyDictionary<string, WireType> Shapes, IReadOnlyList<WireRoute> Routes)
{
    public static WireContract Read(string folder)
    {
        Dictionary<string, WireType> shapes = [];
        List<WireRoute> routes = [];
        foreach (var file in Directory.GetFiles(folder, "*.contract").Order(StringComparer.Ordinal))
        {
            foreach (var block in Line.Tree(File.ReadAllLines(file)))
            {
                if (block.Text.StartsWith("shape ", StringComparison.Ordinal))
                    shapes.Add(block.Text["shape ".Length..], new InlineObject([.. block.Children.Select(Field)], MayBeNull: false));
                else
                    routes.Add(Route(block));
            }
        }
        return new(shapes, routes);
    }

    private static WireRoute Route(Line block)
    {
        var (method, path) = Cut(block.Text);
        List<WireSample> samples = [];
        List<WireParameter> parameters = [];
        List<WireField> fields = [];
        WireType? answer = null;
        string? body = null;
        foreach (var line in block.Children)
        {
            var (word, rest) = Cut(line.Text);
            switch (word)
            {
                case "with":
                    samples.Add(Sample(rest));
                    break;
                case "send":
                    body = rest;
                    break;
                case "?":
                    parameters.Add(Parameter(rest));
                    break;
                case "=":
                    answer = Type(rest, line.Children);
                    break;
                default:
                    fields.Add(Field(line));
                    break;
            }
        }
        return new(method, path, samples, parameters, body, answer ?? new InlineObject(fields, MayBeNull: false));
    }

    private static WireSample Sample(string text)
    {
        var (name, value) = Cut(text);
        var (from, source) = Cut(value);
        if (from is not "from")
            return new(name, value, null, null);
        var (url, at) = Cut(source);
        return new(name, null, url, at);
    }

    private static WireParameter Parameter(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var bounds = words.Skip(2).FirstOrDefault(w => w.Contains("..", StringComparison.Ordinal))?.Split("..");
        return new(
            words[0],
            words[1],
            Bound(bounds?[0]),
            Bound(bounds?[1]),
            words.Skip(2).FirstOrDefault(w => w.Contains('|'))?.Split('|') ?? [],
            words.Contains("required")
        );
    }

    private static decimal? Bound(string? text) => string.IsNullOrEmpty(text) ? null : decimal.Parse(text, CultureInfo.InvariantCulture);

    private static WireField Field(Line line)
    {
        var colon = line.Text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
            throw new FormatException($"Neither a field nor a clause: {line.Text}");
        return new(line.Text[..colon], Type(line.Text[(colon + 1)..].Trim(), line.Children));
    }

    private static WireType Type(string text, IReadOnlyList<Line> children)
    {
        var nullable = text.EndsWith('?');
        if (nullable)
            text = text[..^1];
        if (text.StartsWith("map ", StringComparison.Ordinal))
            return new MapOf(Type(text["map ".Length..], children), nullable);
        if (text.EndsWith("[]", StringComparison.Ordinal))
            return new ListOf(Type(text[..^2], children), nullable);
        if (text is "{}")
            return new InlineObject([.. children.Select(Field)], nullable);
        return char.IsUpper(text[0]) ? new NamedShape(text, nullable) : new Scalar(text, nullable);
    }

    private static (string, string) Cut(string text)
    {
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? (text, "") : (text[..space], text[(space + 1)..].Trim());
    }

    /// <summary>A line and those indented below it.</summary>
    private sealed record Line(string Text, List<Line> Children)
    {
        public static List<Line> Tree(IEnumerable<string> lines)
        {
            List<Line> top = [];
            Stack<(int Indent, Line Line)> open = new();
            foreach (var raw in lines.Where(l => !string.IsNullOrWhiteSpace(l) && l.TrimStart()[0] is not '#'))
            {
                var line = new Line(raw.Trim(), []);
                var indent = raw.Length - raw.TrimStart().Length;
                while (open.Count > 0 && open.Peek().Indent >= indent)
                    open.Pop();
                (open.Count > 0 ? open.Peek().Line.Children : top).Add(line);
                open.Push((indent, line));
            }
            return top;
        }
    }
}

/// <param name="Samples">Values of parameters that make a good request.</param>
internal sealed record WireRoute(
    string Method,
    string Path,
    IReadOnlyList<WireSample> Samples,
    IReadOnlyList<WireParameter> Parameters,
    string? Body,
    WireType Answer
)
{
    public override string ToString() => $"{Method} {Path}";
}

/// <summary>A value, or where in which answer to find one.</summary>
internal sealed record WireSample(string Name, string? Value, string? Url, string? At);

/// <param name="Min">Least value; null for none. <paramref name="Max"/> likewise.</param>
internal sealed record WireParameter(string Name, string Type, decimal? Min, decimal? Max, IReadOnlyList<string> Choices, bool Required);

internal sealed record WireField(string Name, WireType Type);

internal abstract record WireType(bool MayBeNull);

internal sealed record Scalar(string Kind, bool MayBeNull) : WireType(MayBeNull);

internal sealed record ListOf(WireType Item, bool MayBeNull) : WireType(MayBeNull);

internal sealed record MapOf(WireType Value, bool MayBeNull) : WireType(MayBeNull);

internal sealed record NamedShape(string Name, bool MayBeNull) : WireType(MayBeNull);

internal sealed record InlineObject(IReadOnlyList<WireField> Fields, bool MayBeNull) : WireType(MayBeNull);
