using System.Diagnostics;
using System.Globalization;
using InvestmentAssistant.LocalRun.Processes;
using Npgsql;

namespace InvestmentAssistant.LocalRun.Services;

/// <summary>Where and how a private PostgreSQL runs.</summary>
/// <param name="Folder">Holds the data folder and the password; made when missing.</param>
/// <param name="LogFile">Its log.</param>
public sealed record PostgresOptions(string Folder, string LogFile)
{
    /// <summary>False only for tests: nothing survives a power cut, and everything is several times as fast.</summary>
    public bool Durable { get; init; } = true;

    /// <summary>Its cache. More than PostgreSQL's default of 128 MB is taken only as far as data fills it.</summary>
    public string SharedBuffers { get; init; } = "256MB";
}

/// <summary>
/// A PostgreSQL of our own: own data folder, own port on 127.0.0.1, no Unix socket, a generated password. The system's cluster is never
/// touched.
/// </summary>
public sealed class PrivatePostgres : IAsyncDisposable
{
    private const string User = "investment";
    private const string ServingUser = "investment_app";
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly PostgresOptions _options;
    private readonly string _binaries;
    private readonly string _data;
    private readonly string _password;
    private ChildProcess _process = null!;

    private PrivatePostgres(PostgresOptions options, string binaries, string data, string password)
    {
        _options = options;
        _binaries = binaries;
        _data = data;
        _password = password;
    }

    /// <summary>
    /// The folder its files are in: the one asked for, or one under /var/tmp when that is closed to the account PostgreSQL runs as.
    /// </summary>
    public string Folder => Path.GetDirectoryName(_data)!;

    public int Port { get; private set; }

    public ChildProcess Process => _process;

    /// <summary>Starts it, making the data folder first when there is none. Returns when it answers queries.</summary>
    public static async Task<PrivatePostgres> StartAsync(PostgresOptions options, CancellationToken cancellationToken)
    {
        var folder = await ServiceAccount.PrepareFolderAsync(options.Folder);
        var data = Path.Combine(folder, "data");
        var passwordFile = Path.Combine(folder, "password");
        var versionFile = Path.Combine(data, "PG_VERSION");
        var binaries = PostgresBinaries.Find();
        if (!File.Exists(versionFile))
            await PostgresData.InitializeAsync(User, binaries, data, passwordFile, options.LogFile);
        else
            binaries = PostgresBinaries.FindFor((await File.ReadAllTextAsync(versionFile, cancellationToken)).Trim(), folder);
        await PostgresData.EndLeftoverAsync(data);

        var password = (await File.ReadAllTextAsync(passwordFile, cancellationToken)).Trim();
        var postgres = new PrivatePostgres(options, binaries, data, password);
        try
        {
            await postgres.StartServerAsync(cancellationToken);
        }
        catch
        {
            await postgres.DisposeAsync();
            throw;
        }
        return postgres;
    }

    /// <summary>The Npgsql connection string of a database of this server.</summary>
    public string ConnectionString(string database) => Connection(database, Port).ConnectionString;

    /// <summary>Makes the database when it is missing; with <paramref name="fresh"/> drops what was there first.</summary>
    public async Task<string> CreateDatabaseAsync(string name, bool fresh, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAdminAsync(cancellationToken);
        if (fresh)
            await ExecuteAsync(connection, $"drop database if exists \"{name}\" with (force)", cancellationToken);
        await using var find = new NpgsqlCommand("select 1 from pg_database where datname = $1", connection)
        {
            Parameters = { new() { Value = name } },
        };
        if (await find.ExecuteScalarAsync(cancellationToken) is null)
            await ExecuteAsync(connection, $"create database \"{name}\"", cancellationToken);
        return ConnectionString(name);
    }

    /// <summary>
    /// The Npgsql connection string of a role that may log in and nothing else, which is made when it is missing: the application serves as
    /// it, with the rights that its owner grants. The password is the server's.
    /// </summary>
    public async Task<string> ServingConnectionStringAsync(string database, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAdminAsync(cancellationToken);
        await ExecuteAsync(
            connection,
            $"""
            do $$ begin
                if not exists (select from pg_roles where rolname = '{ServingUser}') then
                    create role {ServingUser} login password '{_password}';
                end if;
            exception when duplicate_object or unique_violation then
                null; -- another test makes it at the same time
            end $$
            """,
            cancellationToken
        );
        return new NpgsqlConnectionStringBuilder(database) { Username = ServingUser }.ConnectionString;
    }

    /// <summary>Stops the server and keeps the data; <see cref="StartServerAsync"/> brings it back.</summary>
    public Task StopServerAsync() => _process.StopAsync(TimeSpan.FromSeconds(15));

    /// <summary>Starts the server, on the port it had before when it ran already. Returns when it answers queries.</summary>
    public async Task StartServerAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var port = Port is 0 ? FreePort.Next() : Port;
            _process = await ChildProcess.StartAsync(Server(port));
            if (await AnswersAsync(port, cancellationToken))
            {
                Port = port;
                return;
            }
            // Between our choice of the port and the bind another process can take it: once or twice in a row is bad luck, not a fault.
            await _process.StopAsync(TimeSpan.FromSeconds(5));
            if (attempt is 3 || Port is not 0)
                throw new LocalRunException($"PostgreSQL did not start; its log ({_process.LogFile}) ends with:\n{_process.LogTail()}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is null)
            return;
        await StopServerAsync();
        await _process.DisposeAsync();
    }

    private ChildSpec Server(int port)
    {
        Dictionary<string, string> settings = new()
        {
            ["listen_addresses"] = "127.0.0.1",
            ["port"] = port.ToString(CultureInfo.InvariantCulture),
            ["unix_socket_directories"] = "",
            ["max_connections"] = "300",
            ["shared_buffers"] = _options.SharedBuffers,
            ["max_wal_size"] = "2GB",
            ["timezone"] = "UTC",
            ["log_timezone"] = "UTC",
            ["logging_collector"] = "off",
            ["password_encryption"] = "scram-sha-256",
        };
        if (!_options.Durable)
        {
            settings["fsync"] = "off";
            settings["synchronous_commit"] = "off";
            settings["full_page_writes"] = "off";
        }
        return new ChildSpec(
            "postgres",
            [Path.Combine(_binaries, "postgres"), "-D", _data, .. settings.SelectMany(s => (string[])["-c", $"{s.Key}={s.Value}"])],
            _options.LogFile
        )
        {
            KeepsLog = Port is not 0,
            RunAs = ServiceAccount.Name,
            StopSignal = Signal.Interrupt,
            OrphanSignal = Signal.Interrupt,
            HideVariable = name => name.StartsWith("PG", StringComparison.Ordinal),
        };
    }

    private async Task<bool> AnswersAsync(int port, CancellationToken cancellationToken)
    {
        var connectionString = Admin(port);
        var waited = Stopwatch.StartNew();
        while (!_process.HasExited && waited.Elapsed < StartLimit)
        {
            try
            {
                await using var connection = new NpgsqlConnection(connectionString);
                await connection.OpenAsync(cancellationToken);
                return true;
            }
            catch (NpgsqlException)
            {
                await Task.Delay(30, cancellationToken);
            }
        }
        return false;
    }

    private NpgsqlConnectionStringBuilder Connection(string database, int port) =>
        new()
        {
            Host = "127.0.0.1",
            Port = port,
            Username = User,
            Password = _password,
            Database = database,
        };

    private string Admin(int port)
    {
        var admin = Connection("postgres", port);
        admin.Pooling = false;
        return admin.ConnectionString;
    }

    private async Task<NpgsqlConnection> OpenAdminAsync(CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(Admin(Port));
        await connection.OpenAsync(cancellationToken);
        return connection;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
