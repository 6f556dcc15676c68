using Npgsql;

namespace InvestmentAssistant.Api.Domain.Markets.Storage;

/// <summary>Columns of rows as array parameters, for <c>unnest</c>: one statement writes all rows.</summary>
internal static class Columns
{
    public static NpgsqlParameter<TValue[]> Of<TRow, TValue>(TRow[] rows, Func<TRow, TValue> value) =>
        new() { TypedValue = Array.ConvertAll(rows, r => value(r)) };
}
