using Bot.Conversations.Soak;

var commands = new Dictionary<string, Func<Arguments, Task<int>>>(StringComparer.Ordinal)
{
    ["kill"] = KillTest.RunAsync,
    ["load"] = LoadTest.RunAsync,
    ["edit"] = EditTest.RunAsync,
    ["child"] = Child.RunAsync,
};
if (args.Length > 0 && commands.TryGetValue(args[0], out var command))
{
    return await command(Arguments.Of(args[1..]));
}

Console.Error.WriteLine("""
    kill [--postgres CONNECTION] [--processes 2] [--recognises true|false] [--questions 200] [--conversations 20] [--kills 20] [--seed 1]
        Kills the answering process with SIGKILL at random moments and checks that each acknowledged question is answered as promised.
    load [--postgres CONNECTION] [--conversations 2000] [--rate 100] [--seconds 60] [--model-ms 2000]
        Asks at a rate against a model of a known speed: what is lost or doubled, and the time added to the model's.
    edit [--postgres CONNECTION] [--answers 100000]
        How long it takes to find the recorded answers that one edit touches.
    """);
return 2;
