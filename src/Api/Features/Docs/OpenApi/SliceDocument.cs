using FastEndpoints.Swagger;
using InvestmentAssistant.Api.Features.Streaming.Topics;
using InvestmentAssistant.Api.Platform;
using InvestmentAssistant.Api.Platform.Http.Paging;
using InvestmentAssistant.Api.Platform.Telemetry;
using NJsonSchema;
using NJsonSchema.Generation;
using NJsonSchema.Generation.TypeMappers;
using NSwag.Generation.AspNetCore;

namespace InvestmentAssistant.Api.Features.Docs.OpenApi;

/// <summary>
/// The description that FastEndpoints.Swagger makes of the slices, with what it cannot know: how our converters write
/// (<see cref="WireTypes"/>), which parameters a slice takes and how it answers (<see cref="SliceOperations"/>), and names of types that
/// stay apart (<see cref="SchemaNames"/>).
/// </summary>
internal static class SliceDocument
{
    public const string Name = "v1";

    public static IServiceCollection AddSliceDocument(this IServiceCollection services) =>
        services.SwaggerDocument(o =>
        {
            o.AutoTagPathSegmentIndex = 0;
            o.EnableJWTBearerAuth = false;
            o.ExcludeNonFastEndpoints = true;
            // On the wire there is no inheritance: each answer has all its fields itself.
            o.FlattenSchema = true;
            o.DocumentSettings = settings => Apply(settings, o.Services);
        });

    private static void Apply(AspNetCoreOpenApiDocumentGeneratorSettings settings, IServiceProvider services)
    {
        var docs = services.GetRequiredService<XmlDocs>();
        settings.DocumentName = Name;
        // Ours come from the same comments and know parameters of records.
        settings.UseControllerSummaryAsTagDescription = false;
        var schemas = settings.SchemaSettings;
        (schemas.UseXmlDocumentation, schemas.ResolveExternalXmlDocumentation) = (false, false);
        schemas.GenerateAbstractProperties = true;
        schemas.SchemaNameGenerator = new SchemaNames();
        // What may be null says so; the answers' nullability is that of the code.
        schemas.DefaultReferenceTypeNullHandling = ReferenceTypeNullHandling.NotNull;
        foreach (var (type, format, example) in Texts)
            schemas.TypeMappers.Add(new PrimitiveTypeMapper(type, s => Text(s, format, example)));
        schemas.TypeMappers.Add(new PrimitiveTypeMapper(typeof(object), s => s.Type = JsonObjectType.None));
        schemas.SchemaProcessors.Add(
            new WireTypes(docs, [.. services.GetServices<StreamTopic>()], [.. services.GetServices<IHealthPart>()])
        );
        settings.OperationProcessors.Add(new SliceOperations(docs, [.. services.GetServices<ApiTag>()]));
    }

    /// <summary>Types that are texts on the wire, with an example of each.</summary>
    private static IEnumerable<(Type Type, string? Format, string Example)> Texts =>
        from text in new (Type Type, Type OrNull, string? Format, string Example)[]
        {
            (typeof(Instant), typeof(Instant?), "date-time", "2026-08-31T13:30:00Z"),
            (typeof(LocalDate), typeof(LocalDate?), "date", "2026-08-31"),
            (typeof(LocalTime), typeof(LocalTime?), "time", "09:30:00"),
            (typeof(Duration), typeof(Duration?), null, "0:00:05"),
            // A parameter only: a date, or an instant.
            (typeof(TimeBound), typeof(TimeBound?), null, "2026-08-31"),
        }
        from type in new[] { text.Type, text.OrNull }
        select (type, text.Format, text.Example);

    private static void Text(JsonSchema schema, string? format, string example) =>
        (schema.Type, schema.Format, schema.Example) = (JsonObjectType.String, format, example);
}
