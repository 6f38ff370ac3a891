using Bot.Host.Soak;
using Bot.Host.Soak.Lasting;
using Bot.Host.Soak.Machines;
using Bot.Host.Soak.Scaling;
using Bot.Host.Soak.Speed;

var arguments = new Arguments(args);
var commands = new Dictionary<string, Func<Func<string, int, int>, string?, Task<int>>>(StringComparer.Ordinal)
{
    ["load"] = (_, _) => LoadTest.RunAsync(arguments),
    ["cancel"] = CancelTest.RunAsync,
    ["outage"] = (_, _) => OutageTest.RunAsync(arguments),
    ["ready"] = (_, _) => ReadyTest.RunAsync(arguments),
    ["ask-speed"] = (_, _) => AskSpeedTest.RunAsync(arguments),
    ["messages-speed"] = (_, _) => MessagesSpeedTest.RunAsync(arguments),
    ["telemetry-cost"] = (_, _) => TelemetryCostTest.RunAsync(arguments),
    [EchoServer.Command] = (_, _) => EchoServer.ServeAsync(),
    ["page"] = PageTest.RunAsync,
    ["kill"] = (_, _) => KillTest.RunAsync(arguments),
    ["discord-load"] = (_, _) => DiscordLoadTest.RunAsync(arguments),
    ["discord-kill"] = (_, _) => DiscordKillTest.RunAsync(arguments),
    ["discord-takeover"] = (_, _) => DiscordTakeoverTest.RunAsync(arguments),
    ["webchat"] = (_, _) => WebChatTest.RunAsync(arguments),
    ["machines"] = (_, _) => MachinesTest.RunAsync(arguments),
    ["soak"] = (_, _) => SoakTest.RunAsync(arguments),
    ["simulate"] = (_, _) => Task.FromResult(Simulation.Run(arguments)),
    ["rolling"] = (_, _) => RollingTest.RunAsync(arguments),
};
if (args.Length > 0 && commands.TryGetValue(args[0], out var command))
{
    return await command(arguments.Number, arguments.Host);
}

Console.Error.WriteLine("""
    Each starts the host as a process of its own, on loopback, with a scripted model. --host DLL takes a published one.
    --postgres keeps the record in a PostgreSQL of its own; else it is a SQLite file.
    load [--conversations 2000] [--rate 100] [--seconds 60] [--model-ms 2000] [--warm-up 1] [--postgres [--statements]]
                                                                               what is lost or doubled, the time added to the model's, memory; which statements cost most
    cancel [--model-ms 40000]                                                  how soon taking a question back takes effect
    outage [--seconds 30] [--rate 10] [--postgres] [--processes 2]
                                                                                                      what happens while the record is gone
    kill [--postgres] [--processes 2] [--questions 200] [--conversations 20] [--kills 20] [--model-ms 300] [--seed 1]
                                                                               whether SIGKILL at random moments loses, doubles or disorders answers
    page [--times 5]                                                           what the reader's page weighs, and how soon it answers, in a browser
    webchat [--users 1000] [--questions 3] [--ramp 30] [--pause 5] [--postgres]
                                                                               what readers with Web Chat lose or hear twice, how long they wait, memory
    discord-load [--rate 200] [--questions 20] [--seconds 60] [--heartbeat-ms 2000]
                                                                               one shard under load: what is lost or doubled, how soon acknowledged, heartbeats, memory
    discord-kill [--kills 20] [--model-ms 1500] [--seed 1]                     whether SIGKILL between an acknowledgement and its answer loses or doubles the answer
    discord-takeover [--kills 5] [--rate 5] [--seed 1]                         how soon another process goes on with a killed one's shard, and what is lost or doubled
    machines [--processes 2] [--rate 50] [--kills 10] [--conversations 120] [--within 5] [--model-ms 300 | --quoting] [--seed 1]
                                                                               machines on one PostgreSQL, killed under load: what is lost, doubled or disordered, and the longest pause
    rolling [--processes 2] [--rate 50] [--rounds 3] [--stop-within 30] [--model-ms 300 | --quoting]
                                                                               machines restarted one after the other under load: the same, and how soon each ends
    soak [--minutes 30] [--rate 20] [--postgres]                               every kind of reader for long: each minute's answers and what the host holds; whether that stays flat
    simulate [--seed 1] [--seconds 20]                                         on paper: what breaks first at 1, 10, 100 and 1,000 times 50 questions a second
    ready [--times 5] [--articles 10000] [--index]                             how soon the host is ready, and its memory at rest; over made-up articles, and with an index that is kept
    ask-speed [--seconds 20] [--readers 32]                                    the most questions a second beside a bare Kestrel, and what readers wait at half of it
    messages-speed [--seconds 20] [--readers 32]                               the most messages of Azure Bot Service a second beside the echo bot of npm's botbuilder
    telemetry-cost [--rounds 3] [--seconds 10] [--readers 32]                  the most questions a second with every question traced and told to a collector, beside the same without
    """);
return 2;
