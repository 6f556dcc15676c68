namespace InvestmentAssistant.Api.Platform.Persistence;

/// <summary>
/// Plain SQL that a part of the platform needs beside the documents: tables of the scheduler, of budgets, of run history. Every part that
/// is registered (<c>services.AddSingleton&lt;ISchemaPart, T&gt;()</c>) is applied in one schema step, ordered by name, each in its own
/// transaction.
/// </summary>
public interface ISchemaPart
{
    /// <summary>Unique, kebab-case; said in the log when the part is applied.</summary>
    string Name { get; }

    /// <summary>
    /// Statements that may be run any number of times (<c>create table if not exists</c> ...), by several replicas one after the other.
    /// </summary>
    string Sql { get; }
}
