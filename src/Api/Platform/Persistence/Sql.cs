using Marten;
using Npgsql;

namespace InvestmentAssistant.Api.Platform.Persistence;

/// <summary>For SQL that we write ourselves.</summary>
public static class Sql
{
    /// <summary>Adds named parameters; null becomes SQL's null, whose type the statement must name.</summary>
    public static NpgsqlCommand With(this NpgsqlCommand command, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        Add(command.Parameters, parameters);
        return command;
    }

    /// <summary>Adds named parameters to one command of a batch.</summary>
    public static NpgsqlBatchCommand With(this NpgsqlBatchCommand command, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        Add(command.Parameters, parameters);
        return command;
    }

    /// <summary>
    /// Adds parameters by position: $1, $2 and so on. Takes a collection expression: as <c>params</c>, one array of strings would be taken
    /// for the list of values.
    /// </summary>
    public static NpgsqlCommand WithValues(this NpgsqlCommand command, ReadOnlySpan<object> values)
    {
        Add(command.Parameters, values);
        return command;
    }

    /// <summary>Adds parameters by position to one command of a batch.</summary>
    public static NpgsqlBatchCommand WithValues(this NpgsqlBatchCommand command, ReadOnlySpan<object> values)
    {
        Add(command.Parameters, values);
        return command;
    }

    /// <summary>Returns the table of a document, with its schema, as Marten names it.</summary>
    public static string TableOf<T>(this IDocumentStore store)
        where T : class => store.Options.FindOrResolveDocumentType(typeof(T)).TableName.QualifiedName;

    private static void Add(NpgsqlParameterCollection to, ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        foreach (var (name, value) in parameters)
            to.AddWithValue(name, value ?? DBNull.Value);
    }

    private static void Add(NpgsqlParameterCollection to, ReadOnlySpan<object> values)
    {
        foreach (var value in values)
            to.Add(new NpgsqlParameter { Value = value });
    }
}
