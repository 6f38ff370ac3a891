using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.EndToEnd.Tests;

/// <summary>
/// The host in the tests' own process, on Kestrel and a port of its own. Clients cannot tell it from <see cref="HostProcess"/>, which is for tests of
/// how a host starts, ends and finds its files: each process has all code compiled anew, which takes longer than what is asked of it.
/// </summary>
internal sealed class HostWithin : WebApplicationFactory<Program>
{
    private readonly string _repository;
    private readonly string _folder = Directory.CreateTempSubdirectory("bot-end-to-end-").FullName;
    private readonly IReadOnlyDictionary<string, string> _settings;

    private HostWithin(string repository, IReadOnlyDictionary<string, string> settings)
    {
        (_repository, _settings) = (repository, settings);
        UseKestrel(0);
        StartServer();
    }

    public Uri Address => ClientOptions.BaseAddress;

    /// <summary>Its record.</summary>
    public string Record => Path.Combine(_folder, "record.db");

    /// <summary>Starts one with settings of its own, named as environment variables are.</summary>
    public static Task<HostWithin> StartAsync(string repository, IReadOnlyDictionary<string, string> settings, CancellationToken cancellationToken) =>
        Task.Run(() => new HostWithin(repository, settings), cancellationToken);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        // As it is run: what is for developers is off.
        builder.UseEnvironment(Environments.Production);
        builder.UseSetting("Records:Path", Record);
        builder.UseSetting("Records:Within", "00:00:20");
        builder.UseSetting("Knowledge:Path", Path.Combine(_repository, "knowledge"));
        builder.UseSetting("Prompts:Path", Path.Combine(_repository, "prompts"));
        foreach (var (name, value) in _settings)
        {
            builder.UseSetting(name.Replace("__", ":", StringComparison.Ordinal), value);
        }

        builder.ConfigureLogging(logging => logging.ClearProviders());
    }
}
