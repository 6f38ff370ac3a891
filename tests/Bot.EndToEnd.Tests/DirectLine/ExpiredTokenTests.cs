using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.EndToEnd.Tests.DirectLine;

/// <summary>Microsoft's client of Direct Line when its token has grown old.</summary>
public sealed class ExpiredTokenTests
{
    [Fact]
    public async Task The_client_takes_an_old_token_for_one_that_can_be_had_anew()
    {
        await DirectLineRig.InstallAsync();
        await using var host = new LaterHost();
        await using var client = await DirectLineRig.BeginAsync(host.Address);
        Assert.Equal("Online", client.Status);

        host.Clock.Later = TimeSpan.FromMinutes(31);
        var posted = await client.SayAsync("How long is Line 1?");

        Assert.Equal("retry", posted);
        await client.UntilAsync(told => told.Status == "ExpiredToken");
    }

    /// <summary>A host in this process, whose clock can be put forward.</summary>
    private sealed class LaterHost : WebApplicationFactory<Program>
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("bot-end-to-end-").FullName;

        public LaterHost()
        {
            UseKestrel(0);
            StartServer();
        }

        public LaterClock Clock { get; } = new();

        public Uri Address => ClientOptions.BaseAddress;

        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            Directory.Delete(_folder, recursive: true);
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseSetting("Knowledge:Path", Path.Combine(RepositoryRoot.Find(), "knowledge"));
            builder.UseSetting("Prompts:Path", Path.Combine(RepositoryRoot.Find(), "prompts"));
            builder.UseSetting("Records:Path", Path.Combine(_folder, "record.db"));
            builder.ConfigureLogging(logging => logging.ClearProviders());
            builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Clock));
        }
    }

    private sealed class LaterClock : TimeProvider
    {
        public TimeSpan Later { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Later;
    }
}
