using InvestmentAssistant.Api.Features.NewsSentiment.Documents;

namespace InvestmentAssistant.Api.Features.NewsSentiment.Reading;

/// <summary>Subject of a list or a figure.</summary>
/// <param name="Kind">The whole of the news, a topic or a ticker.</param>
/// <param name="Name">The topic in the answers' spelling, the ticker in capitals; empty for the whole.</param>
public readonly record struct Subject(SubjectKind Kind, string Name)
{
    public static readonly Subject Whole = new(SubjectKind.Whole, "");

    public static Subject Topic(string topic) => new(SubjectKind.Topic, Topics.NameOf(topic));

    public static Subject Ticker(string symbol) => new(SubjectKind.Ticker, TickerName.Of(symbol) ?? symbol);
}
