using InvestmentAssistant.Api.Platform.Http.Paging;
using Npgsql;

namespace InvestmentAssistant.Api.Features.NewsSentiment.Reading;

/// <summary>Which mentions a list or a summary takes in. What is null does not choose. Its text names it in caches and cursors.</summary>
public sealed record Selection(Subject Subject)
{
    /// <summary>Only articles of the last days: days times 24 hours, until now.</summary>
    public int? Days { get; init; }

    public int? Batch { get; init; }

    /// <summary>Score at or above.</summary>
    public decimal? AtLeast { get; init; }

    /// <summary>Score at or below.</summary>
    public decimal? AtMost { get; init; }

    /// <summary>One of the conditions of <see cref="Bands"/>.</summary>
    public string? Band { get; init; }

    /// <summary>Any of these labels, the provider's or ours.</summary>
    public SentimentLabels? Labels { get; init; }

    /// <summary>The conditions in SQL; their values go into the parameters.</summary>
    public string Where(Instant now, NpgsqlParameterCollection parameters)
    {
        List<string> sql = [Is("kind =", (short)Subject.Kind), Is("name =", Subject.Name)];
        if (Days is { } days)
            sql.Add(Is("published_at >=", now - Duration.FromDays(days)));
        // The index of batches holds the articles as a whole and names them as it stands here.
        if (Batch is { } batch)
            sql.Add(Is("kind = 0 and batch_id =", batch));
        if (AtLeast is { } atLeast)
            sql.Add(Is("score >=", atLeast));
        if (AtMost is { } atMost)
            sql.Add(Is("score <=", atMost));
        if (Band is not null)
            sql.Add(Band);
        if (Labels is not null)
        {
            var ours = string.Concat(Labels.Ours.Select(m => $" or {Bands.Of(m)}"));
            sql.Add($"({Is("label = any", Labels.Provider.ToArray(), call: true)}{ours})");
        }
        return string.Join(" and ", sql);

        string Is(string condition, object value, bool call = false)
        {
            parameters.Add(new NpgsqlParameter { Value = value });
            return call ? $"{condition}(${parameters.Count})" : $"{condition} ${parameters.Count}";
        }
    }
}

/// <summary>Order of a list; equal rows are ordered by key, so that pages neither repeat nor miss a row.</summary>
/// <param name="Column">published_at or score.</param>
/// <param name="Descending">Newest or highest first. Articles without a score stand last either way.</param>
public readonly record struct NewsOrder(string Column, bool Descending)
{
    public static readonly NewsOrder NewestFirst = new("published_at", Descending: true);

    public string Sql => Descending ? $"{Column} desc nulls last, article desc" : $"{Column} asc nulls last, article asc";

    /// <summary>A cursor names a place in time: lists by score are paged by number.</summary>
    public bool HasCursor => Column == "published_at";

    /// <summary>The rows that follow a place.</summary>
    public string After(TimePosition position, NpgsqlParameterCollection parameters)
    {
        parameters.Add(new NpgsqlParameter { Value = position.At });
        parameters.Add(new NpgsqlParameter { Value = position.Key });
        return $"(published_at, article) {(Descending ? "<" : ">")} (${parameters.Count - 1}, ${parameters.Count})";
    }
}
