using Marten;
using Npgsql;

namespace InvestmentAssistant.Api.Platform.Persistence;

/// <summary>For SQL that we write ourselves.</summary>
public static class Sql
{
    /// <summary>Adds named parameters; null becomes SQL's null, whose type the statement must tell.</summary>
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

    /// <summary>Returns the table of a document, with its schema, as Marten names it.</summary>
    public static string TableOf<T>(this IDocumentStore store)
        where T : class => store.Options.FindOrResolveDocumentType(typeof(T)).TableName.QualifiedName;

    private static void Add(NpgsqlParameterCollection to, ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        foreach (var (name, value) in parameters)
            to.AddWithValue(name, value ?? DBNull.Value);
    }
}
