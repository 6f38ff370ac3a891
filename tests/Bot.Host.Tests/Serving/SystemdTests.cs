using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Bot.Conversations.Asking;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Bot.Host.Tests.Serving;

/// <summary>The host as systemd runs it (https://www.freedesktop.org/software/systemd/man/latest/sd_notify.html).</summary>
public sealed partial class SystemdTests
{
    // What never comes is not waited for; a busy machine may take its time.
    private static readonly TimeSpan Patient = TimeSpan.FromMinutes(2);

    private static readonly string Unit = File.ReadAllText(Path.Combine(RepositoryRoot.Find(), "deploy", "bot.service"));

    [Fact]
    public async Task It_tells_systemd_when_it_is_ready_and_when_it_stops()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has systemd.");
        using var folder = HostFolder.New();
        var (notices, listens) = (Path.Combine(folder.Root, "notify"), Path.Combine(folder.Root, "http"));
        using var systemd = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        systemd.Bind(new UnixDomainSocketEndPoint(notices));
        using var host = Start(folder, notices, listens);

        Assert.Equal("READY=1", await NoticeAsync(systemd));
        Assert.Equal("true", await ReadyAsync(listens));
        Process.Start("kill", ["-TERM", File.ReadAllText(Path.Combine(folder.Root, "pid")).Trim()])!.Dispose();
        Assert.Equal("STOPPING=1", await NoticeAsync(systemd));
        await host.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, host.ExitCode);
    }

    [Fact]
    public async Task Systemd_waits_longer_for_the_end_than_the_host_does()
    {
        await using var host = RunningHost.Start();
        var patience = TimeSpan.FromSeconds(int.Parse(Patience().Match(Unit).Groups[1].Value, null));
        Assert.True(patience > host.Services.GetRequiredService<IOptions<HostOptions>>().Value.ShutdownTimeout);
        Assert.True(patience > new TurnOptions().DrainFor);
    }

    [Fact]
    public void The_unit_waits_for_the_notice_and_starts_what_is_published()
    {
        Assert.Contains("Type=notify\n", Unit, StringComparison.Ordinal);
        Assert.Contains("ExecStart=/opt/bot/Bot.Host\n", Unit, StringComparison.Ordinal);
    }

    // The host believes that systemd started it when its parent is called so: a shell by that name, which passes on how the host ended.
    private static Process Start(HostFolder folder, string notices, string listens)
    {
        var parent = Path.Combine(folder.Root, "systemd");
        File.CreateSymbolicLink(parent, "/bin/sh");
        return Process.Start(new ProcessStartInfo(parent, ["-c", "dotnet \"$0\" >/dev/null 2>&1 & echo $! >pid; wait $!", Path.Combine(AppContext.BaseDirectory, "Bot.Host.dll")])
        {
            WorkingDirectory = folder.Root,
            Environment = { ["NOTIFY_SOCKET"] = notices, ["ASPNETCORE_URLS"] = $"http://unix:{listens}" },
        })!;
    }

    private static async Task<string> NoticeAsync(Socket systemd)
    {
        var buffer = new byte[256];
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        silence.CancelAfter(Patient);
        var length = await systemd.ReceiveAsync(buffer, silence.Token);
        return Encoding.UTF8.GetString(buffer, 0, length);
    }

    private static async Task<string> ReadyAsync(string listens)
    {
        using var client = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = async (_, stop) =>
            {
                var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                await socket.ConnectAsync(new UnixDomainSocketEndPoint(listens), stop);
                return new NetworkStream(socket, ownsSocket: true);
            },
        });
        using var state = System.Text.Json.JsonDocument.Parse(await client.GetStringAsync("http://localhost/health/ready", TestContext.Current.CancellationToken));
        return state.RootElement.GetProperty("ready").GetRawText();
    }

    [GeneratedRegex(@"^TimeoutStopSec=(\d+)$", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Patience();
}
