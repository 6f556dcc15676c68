using FastEndpoints;
using FluentValidation.Validators;
using InvestmentAssistant.Api.Platform;
using InvestmentAssistant.Api.Platform.Http;
using InvestmentAssistant.Api.Platform.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Namotion.Reflection;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NSwag;
using NSwag.Generation.AspNetCore;
using NSwag.Generation.Processors;
using NSwag.Generation.Processors.Contexts;

namespace InvestmentAssistant.Api.Features.Docs.OpenApi;

/// <summary>
/// Describes a slice as it is. Parameters come from the request's properties, their bounds and choices from its validator, their words
/// from its doc comments: one truth, so that the document cannot drift from the code.
/// </summary>
internal sealed class SliceOperations(XmlDocs docs, IReadOnlyList<ApiTag> tags) : IOperationProcessor
{
    private static readonly Dictionary<string, string> s_noExamples = [];

    /// <summary>Texts that look like dates stay texts.</summary>
    private static readonly JsonSerializerSettings s_asWritten = new() { DateParseHandling = DateParseHandling.None };

    /// <inheritdoc />
    public bool Process(OperationProcessorContext context)
    {
        var api = ((AspNetCoreOperationProcessorContext)context).ApiDescription;
        var metadata = api.ActionDescriptor.EndpointMetadata;
        var slice = metadata.OfType<EndpointDefinition>().Single();
        var operation = context.OperationDescription.Operation;
        var route = context.OperationDescription.Path;
        Name(operation, slice, api);

        // FastEndpoints' own mark begins with a bar; it takes it away itself.
        foreach (var other in operation.Tags.Where(t => !t.StartsWith('|')).ToList())
            operation.Tags.Remove(other);
        var tag = metadata.OfType<ITagsMetadata>().FirstOrDefault() is { Tags: [var first, ..] } ? first : null;
        if (tag is not null)
            operation.Tags.Insert(0, tag);

        var isGet = api.HttpMethod is "GET";
        var examples = tags.FirstOrDefault(t => t.Name == tag)?.Examples ?? s_noExamples;
        var described = RequestParameters.Of(slice, route, isGet, docs, examples);
        foreach (
            var other in operation
                .Parameters.Where(p => p.Kind is not OpenApiParameterKind.Body && described.All(d => d.Name != p.Name))
                .ToList()
        )
        {
            // A parameter of the route that no request class holds.
            if (other.Kind is OpenApiParameterKind.Path && slice.EndpointSummary?.Params.GetValueOrDefault(other.Name) is { } said)
                other.Description = said;
            else
                operation.Parameters.Remove(other);
        }
        foreach (var parameter in described)
            Describe(operation, parameter, context);
        if (isGet || !RequestParameters.HasBody(slice, route))
            operation.RequestBody = null;
        if (operation.RequestBody is { } body)
            Bound(body, slice);
        Answers(operation, slice, metadata, context);
        return true;
    }

    /// <summary>One class may serve two addresses: the first is the name's, the other is the twin that only old clients use.</summary>
    private static void Name(OpenApiOperation operation, EndpointDefinition slice, ApiDescription api)
    {
        var address = api.RelativePath!.Trim('/');
        var isTwin = slice.Routes is [var main, _, ..] && main.Trim('/', '~') != address;
        operation.OperationId = slice.EndpointType.Name + (isTwin ? "AtOldAddress" : "");
        operation.IsDeprecated = isTwin;
        if (isTwin)
            operation.Description = $"The same as `/{slice.Routes[0].Trim('/', '~')}`. {operation.Description}";
    }

    private static void Describe(OpenApiOperation operation, RequestParameter parameter, OperationProcessorContext context)
    {
        var schema = context.SchemaGenerator.Generate(parameter.Type, context.SchemaResolver);
        var known = operation.Parameters.FirstOrDefault(p => p.Name == parameter.Name);
        if (known is null)
            operation.Parameters.Add(known = new OpenApiParameter { Name = parameter.Name });
        parameter.Describe(known, schema);
    }

    /// <summary>Closed lists and needed fields of a body, from its validator.</summary>
    private static void Bound(OpenApiRequestBody body, EndpointDefinition slice)
    {
        var rules = RequestRules.Of(slice);
        foreach (var schema in body.Content.Values.Select(m => m.Schema.ActualSchema).Distinct())
        foreach (var member in slice.ReqDtoType.GetProperties())
        {
            if (!schema.Properties.TryGetValue(QueryVocabulary.NameOf(member), out var property))
                continue;
            var own = rules.For(member);
            property.IsRequired |= own.Any(r => r is INotEmptyValidator or INotNullValidator or IEqualValidator);
            foreach (var choice in own.OfType<IChoices>().SelectMany(c => c.Values).Where(c => !property.Enumeration.Contains(c)))
                property.Enumeration.Add(choice);
        }
    }

    /// <summary>Keeps what the slice declares; problems, which are the same for all, come with the whole document.</summary>
    private static void Answers(
        OpenApiOperation operation,
        EndpointDefinition slice,
        IList<object> metadata,
        OperationProcessorContext context
    )
    {
        var own = metadata
            .OfType<IProducesResponseTypeMetadata>()
            .Where(m => m.StatusCode < 400 || (m.Type is { } type && type != typeof(Problem) && type.Assembly == typeof(Problem).Assembly))
            .Select(m => m.StatusCode.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .ToHashSet(StringComparer.Ordinal);
        foreach (var status in operation.Responses.Keys.Where(s => !own.Contains(s)).ToList())
            operation.Responses.Remove(status);
        // The generator writes examples with other names of enumerations than answers have.
        foreach (var (status, example) in slice.EndpointSummary?.ResponseExamples ?? [])
        {
            var key = status.ToString(System.Globalization.CultureInfo.InvariantCulture);
            if (!operation.Responses.TryGetValue(key, out var response) || !response.Content.TryGetValue("application/json", out var shown))
                continue;
            var written = System.Text.Json.JsonSerializer.Serialize(example, JsonSettings.Wire);
            shown.Example = JsonConvert.DeserializeObject<JToken>(written, s_asWritten);
        }
        if (!operation.Responses.TryGetValue("200", out var ok))
            return;
        foreach (var also in metadata.OfType<AlsoAnswers>())
        {
            if (also.Type is null)
            {
                ok.Content[also.ContentType] = new OpenApiMediaType { Schema = new JsonSchema { Type = JsonObjectType.String } };
                continue;
            }
            var media = ok.Content[also.ContentType];
            var other = context.SchemaGenerator.GenerateWithReference<JsonSchema>(also.Type.ToContextualType(), context.SchemaResolver);
            var either = new JsonSchema();
            either.OneOf.Add(media.Schema);
            either.OneOf.Add(other);
            media.Schema = either;
        }
    }
}
