namespace InvestmentAssistant.Api.Features.EmailSubscriptions.Mails;

/// <summary>Content of a mail, before it is laid out as HTML and as text.</summary>
/// <param name="Subject">Also the heading.</param>
/// <param name="Intro">First words.</param>
/// <param name="Button">What can be done; null for nothing.</param>
/// <param name="Table">Null for none.</param>
/// <param name="Note">Small print; null for none.</param>
internal sealed record Letter(string Subject, string Intro, LetterButton? Button = null, LetterTable? Table = null, string? Note = null);

/// <param name="Label">What pressing it does.</param>
/// <param name="Url">Also shown as text, for who cannot press it.</param>
internal sealed record LetterButton(string Label, string Url);

/// <param name="Head">Names of the columns.</param>
/// <param name="Rows">A cell a column.</param>
internal sealed record LetterTable(IReadOnlyList<string> Head, IReadOnlyList<IReadOnlyList<string>> Rows);

/// <summary>Footer of every letter.</summary>
/// <param name="Why">Why the reader gets it.</param>
/// <param name="CancelUrl">Unsubscribe link.</param>
/// <param name="SimulatedNote">That the figures are not real; null when they are.</param>
internal sealed record LetterFrame(string Why, string CancelUrl, string SiteUrl, string? SimulatedNote);
