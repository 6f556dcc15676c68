using InvestmentAssistant.Api.Features.EmailSubscriptions.Wording;

namespace InvestmentAssistant.Api.Features.EmailSubscriptions.Pages;

/// <summary>Page behind a link of a mail.</summary>
/// <param name="Title">Heading and title.</param>
/// <param name="Text">One paragraph.</param>
/// <param name="Button">Label of the one button, which posts to the page's own address, token and all; null for a link to the site.</param>
internal sealed record Page(string Title, string Text, string? Button = null)
{
    public string Html(Language language, string siteUrl) =>
        Markup
            .Of(
                $$"""
                <!doctype html>
                <html lang="{{language.Code()}}">
                <head>
                  <meta charset="utf-8">
                  <meta name="viewport" content="width=device-width, initial-scale=1">
                  <meta name="robots" content="noindex">
                  <title>{{Title}} · {{Words.Brand}}</title>
                  <style>
                    :root { color-scheme: light dark; --card: #ffffff; --ground: #f4f6f8; --ink: #1c2733; --accent: #1858c4; }
                    @media (prefers-color-scheme: dark) { :root { --card: #1b222b; --ground: #11161c; --ink: #e6ebf0; --accent: #2f6fdb; } }
                    body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: var(--ground); color: var(--ink);
                           font: 16px/1.6 -apple-system, "Segoe UI", "Apple SD Gothic Neo", "Malgun Gothic", sans-serif; }
                    main { box-sizing: border-box; width: min(30rem, 92vw); padding: 2rem; background: var(--card); border-radius: 12px; }
                    h1 { margin: 0 0 .75rem; font-size: 1.3rem; }
                    p { margin: 0 0 1.5rem; overflow-wrap: anywhere; }
                    button, a { display: inline-block; padding: .7rem 1.3rem; border: 0; border-radius: 8px; background: var(--accent); color: #ffffff; font: inherit;
                                text-decoration: none; cursor: pointer; }
                  </style>
                </head>
                <body><main>
                  <h1>{{Title}}</h1>
                  <p>{{Text}}</p>
                  {{Way(language, siteUrl)}}
                </main></body>
                </html>
                """
            )
            .Text;

    private Markup Way(Language language, string siteUrl) =>
        Button is null
            ? Markup.Of($"""<a href="{siteUrl}">{Words.BackHome.In(language)}</a>""")
            : Markup.Of($"""<form method="post"><button type="submit">{Button}</button></form>""");
}
