using System.Collections.Immutable;
using Bot.Cli.Terminal;
using Bot.Evaluation.Cases;
using Bot.Evaluation.Cases.Running;

namespace Bot.Cli.Testing;

/// <summary>Finds replies of scripts that are for no case: they would never be said, and the case that was meant be run without them.</summary>
internal static class IdleReplies
{
    public static void WarnOf(ImmutableArray<Variant> variants, ImmutableArray<Case> cases, TextWriter writer)
    {
        var names = cases.Select(each => each.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var script in variants.Select(variant => variant.Script).OfType<ModelScript>().Distinct())
        {
            foreach (var name in script.Replies.Select(reply => reply.Case).OfType<string>().Where(name => !names.Contains(name)).Distinct())
            {
                writer.WriteLine(PlainWords.OnOneLine($"Warning: the script '{script.Name}' has a reply for the case '{name}', and no case is called so."));
            }
        }
    }
}
