using System.Globalization;
using System.Net;
using InvestmentAssistant.Bench;

return args switch
{
    ["floor-server"] => FloorServer.Run(),
    ["fanout", var api, var redis, .. var sizes] => new Fanout(
        IPEndPoint.Parse(api),
        redis,
        int.TryParse(Environment.GetEnvironmentVariable("API_PID"), out var process) ? process : null
    ).Run(sizes is [] ? [100, 1000] : [.. sizes.Select(s => int.Parse(s, CultureInfo.InvariantCulture))]),
    ["soak", var api, var pid, var clients, var minutes] => new Soak(
        IPEndPoint.Parse(api),
        int.Parse(pid, CultureInfo.InvariantCulture)
    ).Run(int.Parse(clients, CultureInfo.InvariantCulture), int.Parse(minutes, CultureInfo.InvariantCulture)),
    ["routes", var api, var contract] => await new RouteTable(new Uri(api), contract).RunAsync(),
    ["page", var page] => await new PageCost(new Uri(page)).RunAsync(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: LoadTool fanout API-HOST:PORT REDIS-HOST:PORT [CLIENTS ...]   (bench/run starts what it needs)");
    return 2;
}
