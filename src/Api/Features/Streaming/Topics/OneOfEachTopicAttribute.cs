namespace InvestmentAssistant.Api.Features.Streaming.Topics;

/// <summary>
/// Marks the extension data of an answer that has one field for each streamed topic, so that the API description can list them.
/// </summary>
/// <param name="name">Name of the field, with <c>{topic}</c>.</param>
/// <param name="type">string or long.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OneOfEachTopicAttribute(string name, Type type) : Attribute
{
    public string Name => name;

    public Type Type => type;
}
