using System.CommandLine;

namespace Bot.Cli.Commands;

/// <summary><c>--most</c>: how much of a long list is shown.</summary>
internal static class MostOption
{
    private const int Default = 100;

    public static Option<int> Create()
    {
        var most = new Option<int>("--most") { Description = "List so many at most.", HelpName = "COUNT", DefaultValueFactory = _ => Default };
        return most.Within(1, int.MaxValue);
    }
}
