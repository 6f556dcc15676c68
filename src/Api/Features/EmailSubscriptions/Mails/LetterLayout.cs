using System.Text;
using InvestmentAssistant.Api.Features.EmailSubscriptions.Pages;
using InvestmentAssistant.Api.Features.EmailSubscriptions.Wording;

namespace InvestmentAssistant.Api.Features.EmailSubscriptions.Mails;

/// <summary>A letter as HTML (tables and inline styles: mail programs know no others) and as plain text.</summary>
internal static class LetterLayout
{
    public static string Html(Letter letter, LetterFrame frame, Language language) =>
        Markup
            .Of(
                $"""
                <!doctype html>
                <html lang="{language.Code()}">
                <head>
                  <meta charset="utf-8">
                  <meta name="viewport" content="width=device-width, initial-scale=1">
                  <meta name="color-scheme" content="light dark">
                  <title>{letter.Subject}</title>
                </head>
                <body style="margin:0;padding:24px 12px;background:#f4f6f8;font-family:-apple-system,'Segoe UI','Apple SD Gothic Neo','Malgun Gothic',sans-serif;color:#1c2733">
                  <table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center">
                    <table role="presentation" width="640" cellpadding="0" cellspacing="0" style="max-width:640px;width:100%;background:#ffffff;border-radius:8px">
                      <tr><td style="padding:28px 28px 8px">
                        <h1 style="margin:0 0 16px;font-size:20px;line-height:1.4">{letter.Subject}</h1>
                        {Banner(frame.SimulatedNote)}
                        <p style="margin:0 0 20px;font-size:15px;line-height:1.6">{letter.Intro}</p>
                        {Button(letter.Button)}
                        {Table(letter.Table)}
                        {Note(letter.Note)}
                      </td></tr>
                      <tr><td style="padding:16px 28px 24px;border-top:1px solid #e4e8ec;font-size:12px;line-height:1.6;color:#66727f">
                        {frame.Why}<br>
                        <a href="{frame.CancelUrl}" style="color:#66727f">{Words.FooterCancel.In(language)}</a> &middot;
                        <a href="{frame.SiteUrl}" style="color:#66727f">{Words.Brand}</a>
                      </td></tr>
                    </table>
                  </td></tr></table>
                </body>
                </html>
                """
            )
            .Text;

    public static string Text(Letter letter, LetterFrame frame, Language language)
    {
        var text = new StringBuilder().AppendLine(letter.Subject).AppendLine();
        if (frame.SimulatedNote is { } simulated)
            text.AppendLine(simulated).AppendLine();
        text.AppendLine(letter.Intro).AppendLine();
        if (letter.Button is { } button)
            text.Append(button.Label).AppendLine(":").AppendLine(button.Url).AppendLine();
        if (letter.Table is { } table)
        {
            foreach (var row in table.Rows.Prepend(table.Head))
                text.AppendJoin(" | ", row).AppendLine();
            text.AppendLine();
        }
        if (letter.Note is { } note)
            text.AppendLine(note).AppendLine();
        return text.AppendLine("-- ")
            .AppendLine(frame.Why)
            .Append(Words.FooterCancel.In(language))
            .Append(": ")
            .AppendLine(frame.CancelUrl)
            .Append(Words.Brand)
            .Append(": ")
            .AppendLine(frame.SiteUrl)
            .ToString();
    }

    private static Markup Banner(string? note) =>
        note is null
            ? Markup.None
            : Markup.Of(
                $"""<p style="margin:0 0 16px;padding:8px 12px;background:#fff4d6;color:#5c4400;font-size:13px;border-radius:4px">{note}</p>"""
            );

    private static Markup Button(LetterButton? button) =>
        button is null
            ? Markup.None
            : Markup.Of(
                $"""
                <p style="margin:0 0 12px"><a href="{button.Url}" style="display:inline-block;padding:12px 22px;background:#1858c4;color:#ffffff;font-size:15px;text-decoration:none;border-radius:6px">{button.Label}</a></p>
                        <p style="margin:0 0 20px;font-size:12px;line-height:1.5;color:#66727f;word-break:break-all">{button.Url}</p>
                """
            );

    private static Markup Table(LetterTable? table)
    {
        if (table is null)
            return Markup.None;
        var head = Cells(table.Head, "th", "border-bottom:2px solid #c9d1d9;color:#66727f");
        var rows = Markup.Join(
            table.Rows.Select(r => Markup.Of($"        <tr>{Cells(r, "td", "border-bottom:1px solid #e4e8ec")}</tr>\n"))
        );
        return Markup.Of(
            $"""
            <table cellpadding="0" cellspacing="0" width="100%" style="border-collapse:collapse;margin:0 0 20px;font-size:13px;line-height:1.4">
                    <thead><tr>{head}</tr></thead>
                    <tbody>
            {rows}        </tbody></table>
            """
        );
    }

    /// <summary>The last column holds figures, which stand to the right.</summary>
    private static Markup Cells(IReadOnlyList<string> cells, string tag, string style) =>
        Markup.Join(
            cells.Select(
                (cell, i) =>
                    Markup.Of(
                        $"""<{new Markup(tag)} align="{(i == cells.Count - 1 ? "right" : "left")}" style="padding:7px 6px;{style}">{cell}</{new Markup(tag)}>"""
                    )
            )
        );

    private static Markup Note(string? note) =>
        note is null ? Markup.None : Markup.Of($"""<p style="margin:0 0 20px;font-size:12px;line-height:1.6;color:#66727f">{note}</p>""");
}
