using System.Diagnostics;
using Bot.Answering.Answers;

namespace Bot.Cli;

/// <summary>What the process tells its caller.</summary>
internal static class ExitCode
{
    /// <summary>Answered, conflicting or smalltalk; for commands that ask nothing: done.</summary>
    public const int Done = 0;

    /// <summary>Something is wrong with the command, the settings or the files.</summary>
    public const int Error = 1;

    /// <summary>The articles do not answer.</summary>
    public const int NotAnswered = 2;

    /// <summary>Cases failed: the articles, the prompts or the model do not do what editors want of them. Or a recorded answer came out otherwise.</summary>
    public const int TestsFailed = 100;

    /// <summary>Stopped by Ctrl-C, as shells expect.</summary>
    public const int Interrupted = 130;

    public static int Of(Answer answer) => answer switch
    {
        Answer.Answered or Answer.Conflicting or Answer.Smalltalk => Done,
        Answer.NotStated or Answer.NothingFound => NotAnswered,
        _ => throw new UnreachableException(),
    };
}
