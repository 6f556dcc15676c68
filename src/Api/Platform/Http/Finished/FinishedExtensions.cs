using InvestmentAssistant.Api.Platform.Telemetry;
using Marten;

namespace InvestmentAssistant.Api.Platform.Http.Finished;

internal static class FinishedExtensions
{
    /// <summary>Finished answers, dropped by what is written on any replica; settings in <see cref="FinishedAnswersOptions"/>.</summary>
    public static IServiceCollection AddFinishedAnswers(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<FinishedAnswersOptions>(configuration.GetSection("FinishedAnswers"));
        services.AddMeters<FinishedMeters>();
        services.AddSingleton<WrittenFeatures>();
        services.AddHostedService<OthersWrites>();
        services.ConfigureMarten((s, store) => store.Listeners.Add(s.GetRequiredService<WrittenFeatures>()));
        return services;
    }
}
