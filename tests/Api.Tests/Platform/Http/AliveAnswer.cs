using InvestmentAssistant.Api.Platform.Http;

namespace InvestmentAssistant.Api.Tests.Platform.Http;

/// <summary>An answer that needs no endpoint, as the liveness probe has it.</summary>
internal sealed class AliveAnswer : IMemoryAnswer
{
    public string Path => "/alive";

    public ReadOnlyMemory<byte> Json { get; } = "{}"u8.ToArray();
}
