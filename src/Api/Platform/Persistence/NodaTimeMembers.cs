using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using System.Reflection;
using Marten;
using Marten.Linq.Members;
using NodaTime.Text;
using NpgsqlTypes;
using Weasel.Postgresql;

namespace InvestmentAssistant.Api.Platform.Persistence;

/// <summary>
/// Lets LINQ over documents compare and sort by <see cref="Instant"/> and <see cref="LocalDate"/>: the JSON text is read as timestamptz or
/// date through Marten's immutable functions, so an expression index on it can be used.
/// </summary>
public sealed class NodaTimeMembers : IMemberSource
{
    /// <summary>Teaches a store the types, as members of documents and as duplicated columns (timestamptz, date).</summary>
    public static void Register(StoreOptions store)
    {
        store.Linq.MemberSources.Add(new NodaTimeMembers());
        // Process-wide in Weasel; registering the same again changes nothing.
        foreach (var type in new[] { typeof(Instant), typeof(Instant?) })
            PostgresqlProvider.Instance.RegisterMapping(type, "timestamptz", NpgsqlDbType.TimestampTz);
        foreach (var type in new[] { typeof(LocalDate), typeof(LocalDate?) })
            PostgresqlProvider.Instance.RegisterMapping(type, "date", NpgsqlDbType.Date);
    }

    /// <inheritdoc />
    public bool TryResolve(
        IQueryableMember parent,
        StoreOptions options,
        MemberInfo memberInfo,
        Type memberType,
        [NotNullWhen(true)] out IQueryableMember? member
    )
    {
        var type = Nullable.GetUnderlyingType(memberType) ?? memberType;
        member =
            type == typeof(Instant) ? new TypedMember(options, parent, memberInfo, "mt_immutable_timestamptz")
            : type == typeof(LocalDate) ? new TypedMember(options, parent, memberInfo, "mt_immutable_date")
            : null;
        return member is not null;
    }

    private sealed class TypedMember : QueryableMember, IComparableMember
    {
        public TypedMember(StoreOptions options, IQueryableMember parent, MemberInfo member, string function)
            : base(parent, options.Serializer().Casing, member) => TypedLocator = $"{options.DatabaseSchemaName}.{function}({RawLocator})";

        // A duplicated column is computed from the row itself, where the alias d does not exist.
        public override string SelectorForDuplication(string pgType) => TypedLocator.Replace("d.", "", StringComparison.Ordinal);

        // Containment compares JSON with JSON: an instant is its text there.
        public override void PlaceValueInDictionaryForContainment(Dictionary<string, object> dict, ConstantExpression constant) =>
            dict[MemberName] = constant.Value switch
            {
                Instant instant => InstantPattern.ExtendedIso.Format(instant),
                LocalDate date => LocalDatePattern.Iso.Format(date),
                _ => constant.Value!,
            };
    }
}
