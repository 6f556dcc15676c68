using InvestmentAssistant.Api.Tests.Clients.Shipped;
using InvestmentAssistant.Api.Tests.Fixture;

namespace InvestmentAssistant.Api.Tests.Features.Streaming;

/// <summary>Libraries of other languages as they are by default: all offer permessage-deflate.</summary>
public sealed class DeflatingClientTests(LocalServices services)
{
    [Fact]
    public async Task The_package_ws_of_Node_reads_and_sends_deflated_messages()
    {
        await ClientTools.NeedNodeAsync();
        const string script = """
            import { WebSocket } from 'ws';
            const socket = new WebSocket(process.argv[1], { perMessageDeflate: { threshold: 0 } });
            let items = 0;
            socket.on('message', data => {
              const message = JSON.parse(data);
              items += message.data?.length ?? 0;
              if (message.type === 'snapshot') socket.send(JSON.stringify({ action: 'heartbeat', note: '비트'.repeat(500) }));
              if (message.type === 'heartbeat_response') socket.close(1000);
            });
            socket.on('close', code => console.log(`${code}|${items}|${socket.extensions}`));
            """;

        await ConversesAsync(uri => ClientTools.NodeAsync("--input-type=module", "-e", script, uri));
    }

    [Fact]
    public async Task The_package_websockets_of_Python_reads_and_sends_deflated_messages()
    {
        await ClientTools.NeedPythonAsync();
        const string script = """
            import asyncio, json, sys, websockets
            async def main():
                items = 0
                async with websockets.connect(sys.argv[1], max_size=None) as socket:
                    async for text in socket:
                        message = json.loads(text)
                        items += len(message.get("data", []))
                        if message["type"] == "snapshot":
                            await socket.send(json.dumps({"action": "heartbeat", "note": "비트" * 200}))
                        if message["type"] == "heartbeat_response":
                            await socket.close(1000)
                    print(f"{socket.close_code}|{items}|{','.join(e.name for e in socket.extensions)}")
            asyncio.run(main())
            """;

        await ConversesAsync(uri => ClientTools.PythonAsync("-c", script, uri));
    }

    private async Task ConversesAsync(Func<string, Task<(int Code, string Output)>> run)
    {
        await using var host = await StreamHost.StartAsync(services);
        await DeflatedStreamTests.PublishAsync(host, 1);
        using var probe = new MeterProbe(host.Services);

        var (code, output) = await run($"ws://127.0.0.1:{host.Port}/ws/crypto");

        Assert.True(code == 0, output);
        Assert.StartsWith($"1000|{host.Crypto.Snapshot().Items.Count}|permessage-deflate", output, StringComparison.Ordinal);
        Assert.True(probe.Of("investment_assistant.stream.deflate.time", "topic=crypto") > 0);
    }
}
