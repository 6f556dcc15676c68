using InvestmentAssistant.Api.Platform.Persistence;
using Marten;
using Weasel.Postgresql;
using Weasel.Postgresql.Tables;

namespace InvestmentAssistant.Api.Domain.Markets.Storage;

/// <summary>
/// Tables of ticks, in schema market. Day bars and last quotes are declared to Marten's migration; trades and bars are partitioned, and
/// their partitions come and go while serving (<see cref="TickPartitions"/>), which a declared table cannot say without a default partition
/// that every new one would have to scan: those two are plain SQL (docs/decisions/0060).
/// </summary>
public sealed class MarketSchema : ISchemaPart
{
    public string Name => "market";

    // Symbols are ASCII codes: byte order is their order on every server, and an index compares them without the locale.
    public string Sql =>
        """
            create schema if not exists market;

            create table if not exists market.trades (
                symbol text collate "C" not null,
                traded_at timestamptz not null,
                price numeric not null,
                volume numeric not null,
                occurrence smallint not null,
                conditions text[],
                primary key (symbol, traded_at, price, volume, occurrence)
            ) partition by range (traded_at);

            create table if not exists market.bars (
                resolution smallint not null,
                symbol text collate "C" not null,
                start timestamptz not null,
                open numeric, high numeric, low numeric, close numeric,
                volume numeric not null,
                open_at timestamptz, close_at timestamptz,
                primary key (resolution, symbol, start)
            ) partition by list (resolution);

            create table if not exists market.bars_1m partition of market.bars for values in (1) partition by range (start);
            create table if not exists market.bars_15m partition of market.bars for values in (15) partition by range (start);
            create table if not exists market.bars_1h partition of market.bars for values in (60) partition by range (start);

            -- Partitions come and go while serving, as the owner: the role that serves may make and drop these tables and no others (decision 179).
            create or replace function market.make_partition(parent text, first_day date, end_day date) returns boolean
            language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
            declare child text := parent || '_' || to_char(first_day, 'YYYYMMDD');
            begin
                if parent is null or parent not in ('trades', 'bars_1m', 'bars_15m', 'bars_1h') then
                    raise exception 'market.% has no partitions that could be made', parent using errcode = 'insufficient_privilege';
                end if;
                if to_regclass('market.' || child) is not null then
                    return false;
                end if;
                execute format('create table market.%I (like market.%I including all)', child, parent);
                execute format('alter table market.%I attach partition market.%I for values from (%L) to (%L)', parent, child,
                    to_char(first_day, 'YYYY-MM-DD') || ' 00:00:00+00', to_char(end_day, 'YYYY-MM-DD') || ' 00:00:00+00');
                return true;
            end $$;

            create or replace function market.drop_partition(child text) returns void
            language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
            begin
                if not exists (
                    select from pg_inherits where inhrelid = to_regclass(format('market.%I', child))
                        and inhparent in ('market.trades'::regclass, 'market.bars_1m'::regclass, 'market.bars_15m'::regclass, 'market.bars_1h'::regclass)
                ) then
                    raise exception 'market.% is no partition that could be dropped', child using errcode = 'insufficient_privilege';
                end if;
                execute format('drop table market.%I', child);
            end $$;

            revoke execute on function market.make_partition(text, date, date), market.drop_partition(text) from public;
            """;

    /// <summary>Declares the tables that are not partitioned.</summary>
    public static void Declare(StoreOptions store)
    {
        var dayBars = new Table(new PostgresqlObjectName("market", "day_bars", SchemaUtils.IdentifierUsage.General));
        dayBars.AddColumn("symbol", "text").AsPrimaryKey();
        dayBars.AddColumn("date", "date").AsPrimaryKey();
        foreach (var price in new[] { "open", "high", "low", "close" })
            dayBars.AddColumn(price, "numeric");
        dayBars.AddColumn("volume", "numeric").NotNull();
        dayBars.AddColumn("open_at", "timestamp with time zone");
        dayBars.AddColumn("close_at", "timestamp with time zone");
        dayBars.AddColumn("is_official", "boolean").NotNull();
        // Closes of all symbols of the last sessions are read at once.
        dayBars.Indexes.Add(new IndexDefinition("day_bars_date") { Columns = ["date"] });

        var lastQuotes = new Table(new PostgresqlObjectName("market", "last_quotes", SchemaUtils.IdentifierUsage.General));
        lastQuotes.AddColumn("board", "text").AsPrimaryKey();
        lastQuotes.AddColumn("symbol", "text").AsPrimaryKey();
        lastQuotes.AddColumn("price", "numeric").NotNull();
        lastQuotes.AddColumn("traded_at", "timestamp with time zone").NotNull();
        lastQuotes.AddColumn("session_date", "date").NotNull();
        lastQuotes.AddColumn("phase", "text").NotNull();
        lastQuotes.AddColumn("quote", "jsonb").NotNull();
        lastQuotes.AddColumn("updated_at", "timestamp with time zone").NotNull().DefaultValueByExpression("now()");

        store.Storage.ExtendedSchemaObjects.Add(dayBars);
        store.Storage.ExtendedSchemaObjects.Add(lastQuotes);
    }
}
