using System.Net;
using System.Text;

namespace InvestmentAssistant.Api.Tests.Platform.Providers;

/// <summary>Real replies of providers, kept beside the tests.</summary>
internal static class Samples
{
    public static string Text(string provider, string file) =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Samples", provider, file));

    public static byte[] Bytes(string provider, string file) => Encoding.UTF8.GetBytes(Text(provider, file));

    /// <summary>A client whose every call gets this answer; what was asked is in <paramref name="asked"/>.</summary>
    public static HttpClient Answering(string body, HttpStatusCode status = HttpStatusCode.OK, List<string>? asked = null) =>
        new(new Fixed(_ => (status, body), asked)) { BaseAddress = new Uri("http://provider.test/") };

    public static HttpClient Answering(Func<string, (HttpStatusCode, string)> answer, List<string>? asked = null) =>
        new(new Fixed(answer, asked)) { BaseAddress = new Uri("http://provider.test/") };

    private sealed class Fixed(Func<string, (HttpStatusCode Status, string Body)> answer, List<string>? asked) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var path = request.RequestUri!.PathAndQuery;
            if (asked is not null)
            {
                lock (asked)
                    asked.Add(path);
            }
            var (status, body) = answer(path);
            return Task.FromResult(
                new HttpResponseMessage(status)
                {
                    Content = new StringContent(body, Encoding.UTF8, "application/json"),
                    RequestMessage = request,
                }
            );
        }
    }
}
