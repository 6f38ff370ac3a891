using System.Collections.Immutable;
using Bot.Knowledge.Serving;

namespace Bot.Knowledge.Importing;

/// <summary>What became of something to import.</summary>
public abstract record Imported
{
    private Imported()
    {
    }

    /// <summary>A draft.</summary>
    /// <param name="File">Its file, as a path below the knowledge folder.</param>
    /// <param name="Article">The article as it is read from the draft, with its passages.</param>
    /// <param name="Fate">What was done.</param>
    /// <param name="Notes">What an editor should look at.</param>
    public sealed record Draft(string File, IndexedArticle Article, DraftFate Fate, ImmutableArray<string> Notes) : Imported;

    /// <summary>Something that was not imported; what stands after it in a feed still is.</summary>
    /// <param name="Reason">What was refused, why, and the cure.</param>
    public sealed record Refused(string Reason) : Imported;

    /// <summary>A feed, whose entries follow.</summary>
    /// <param name="Title">Its title, or else its address.</param>
    /// <param name="Entries">How many entries it has.</param>
    /// <param name="Chosen">How many of them are imported.</param>
    /// <param name="Warning">That it is stale or undated; <see langword="null"/> when neither.</param>
    public sealed record FromFeed(string Title, int Entries, int Chosen, string? Warning) : Imported;
}

/// <summary>What was done with a draft.</summary>
public enum DraftFate
{
    /// <summary>A new file was written.</summary>
    Created,

    /// <summary>The draft of the same page was written anew.</summary>
    Replaced,

    /// <summary>It was only read.</summary>
    Previewed,
}
