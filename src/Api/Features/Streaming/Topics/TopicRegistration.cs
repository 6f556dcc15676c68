using InvestmentAssistant.Api.Features.Streaming.Hub;
using InvestmentAssistant.Api.Platform.Boards;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace InvestmentAssistant.Api.Features.Streaming.Topics;

public static class TopicRegistration
{
    /// <summary>
    /// Streams the board of that format's topic in both dialects and over server-sent events, and describes it from its
    /// <c>{topic}.stream.json</c>.
    /// </summary>
    public static IServiceCollection AddTopic<TItem, TFormat>(this IServiceCollection services)
        where TItem : class, IBoardItem<TItem>
        where TFormat : TopicFormat<TItem>, new()
    {
        var format = new TFormat();
        var topic = new StreamTopic(
            format.Topic,
            format.BatchType,
            format.FullBoardType,
            format.HasMarketStatus,
            StreamDescription.Of(format.Topic, typeof(TFormat))
        );
        services.AddSingleton(topic);
        services.TryAddKeyedSingleton<TopicFormat<TItem>>(format.Topic, format);
        services.AddSingleton<TopicHub>(s =>
            ActivatorUtilities.CreateInstance<TopicHub<TItem>>(
                s,
                format,
                topic,
                s.GetRequiredKeyedService<IObservableBoard<TItem>>(format.Topic)
            )
        );
        return services;
    }
}
