using System.Globalization;
using Bot.Host.Soak;

var commands = new Dictionary<string, Func<Func<string, int, int>, string?, Task<int>>>(StringComparer.Ordinal)
{
    ["load"] = LoadTest.RunAsync,
    ["cancel"] = CancelTest.RunAsync,
    ["outage"] = OutageTest.RunAsync,
    ["ready"] = ReadyTest.RunAsync,
    ["kill"] = (_, _) => KillTest.RunAsync(new(args)),
};
if (args.Length > 0 && commands.TryGetValue(args[0], out var command))
{
    return await command(Number, Text("--host"));
}

Console.Error.WriteLine("""
    Each starts the host as a process of its own, on loopback, with a scripted model. --host DLL takes a published one.
    load [--conversations 2000] [--rate 100] [--seconds 60] [--model-ms 2000]   what is lost or doubled, the time added to the model's, memory
    cancel [--model-ms 40000]                                                  how soon taking a question back takes effect
    outage [--seconds 30]                                                      what happens while the record cannot be written
    kill [--postgres] [--processes 2] [--questions 200] [--conversations 20] [--kills 20] [--model-ms 300] [--seed 1]
                                                                               whether SIGKILL at random moments loses, doubles or disorders answers
    ready [--times 5]                                                          how soon the host is ready
    """);
return 2;

string? Text(string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

int Number(string name, int otherwise) => Text(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
