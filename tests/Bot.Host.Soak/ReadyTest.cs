namespace Bot.Host.Soak;

/// <summary>How soon the host is ready, with a new record and with one that is there.</summary>
internal static class ReadyTest
{
    private const int Times = 5;

    public static async Task<int> RunAsync(Func<string, int, int> number, string? dll)
    {
        var slowest = TimeSpan.Zero;
        for (var time = 0; time < number("--times", Times); time++)
        {
            await using var host = await SoakHost.StartAsync(dll, model: null);
            Console.WriteLine($"ready after {host.ReadyAfter.TotalMilliseconds:0} ms, {host.Memory.Now} MB");
            slowest = host.ReadyAfter > slowest ? host.ReadyAfter : slowest;
        }

        return slowest < TimeSpan.FromSeconds(2) ? 0 : 1;
    }
}
