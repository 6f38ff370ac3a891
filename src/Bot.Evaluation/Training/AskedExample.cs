using System.Collections.Immutable;
using Bot.Answering.Questions;
using Bot.Answering.Ranking;
using Bot.Knowledge.Search;

namespace Bot.Evaluation.Training;

/// <summary>A question with the sentences that were found for it, to learn from.</summary>
/// <param name="Set">The set it is of.</param>
/// <param name="Fold">The fold it is held back in.</param>
/// <param name="Kind">What sort of question it is.</param>
/// <param name="Read">The question.</param>
/// <param name="Answers">The right answers, where they are words of the article.</param>
/// <param name="Sentences">What was found, in the search's order.</param>
internal sealed record AskedExample(string Set, int Fold, ExampleKind Kind, ReadQuestion Read, ImmutableArray<string>[] Answers, ImmutableArray<ExampleSentence> Sentences) : IFolded
{
    /// <summary>Whether it was asked of all articles of the set at once, but its own if that one has nothing to say.</summary>
    public bool IsOfAll { get; init; }

    /// <summary>Whether the ranking is taught by it.</summary>
    public bool TeachesRanking { get; init; } = true;

    /// <summary>Whether it was asked in small letters and without a question mark, as many type.</summary>
    public bool IsTyped { get; init; }
}

/// <summary>Whether an example's article answers it.</summary>
internal enum ExampleKind
{
    /// <summary>It does.</summary>
    Answerable,

    /// <summary>It is about what is asked and does not say.</summary>
    NotStated,

    /// <summary>It would, had the paragraphs that answer not been taken out.</summary>
    Withheld,

    /// <summary>The question is of another article than those asked.</summary>
    Foreign,
}

/// <summary>A sentence found for an example.</summary>
/// <param name="Hit">The sentence.</param>
/// <param name="Signals">What tells how well it fits.</param>
/// <param name="Right">Whether it answers.</param>
/// <param name="Holds">Whether it holds a right answer, perhaps by chance.</param>
internal sealed record ExampleSentence(SearchHit Hit, Signals Signals, bool Right, bool Holds);
