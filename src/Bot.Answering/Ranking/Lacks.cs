using Bot.Answering.Questions;

namespace Bot.Answering.Ranking;

/// <summary>What an answer can't do without, and how far a sentence lacks each; each part 0 (it has it) to 1.</summary>
/// <remarks>
/// However much a sentence shares with a question, it hardly answers without these: each is a <see cref="Signal"/> that the confidence is learned from, and <see cref="Silence"/> weighs those that words can't outweigh.
/// </remarks>
internal readonly record struct Lacks
{
    // A sentence that has the question's names and nothing of what is asked about them.
    private const double UnsaidBelow = 0.2;
    private const double NearFrom = 0.3;
    private const double Half = 0.5;

    /// <summary>The number, date, sum or speaker that is asked for.</summary>
    public double Type { get; private init; }

    /// <summary>What is asked about the names: the sentence and its surroundings have the names alone.</summary>
    public double Said { get; private init; }

    /// <summary>What is asked for by name: "weapons" in "which weapons".</summary>
    public double Thing { get; private init; }

    /// <summary>The deed whose doer is asked for: "replaced" in "who replaced".</summary>
    public double Deed { get; private init; }

    /// <summary>
    /// The relation: the question's rarest word stands only around the sentence, and the others stand far apart in it. "Is it so?" is answered by
    /// either side, in words of its own, and lacks none.
    /// </summary>
    public double Relation { get; private init; }

    /// <summary>What a sentence lacks for a question.</summary>
    /// <param name="question">The question.</param>
    /// <param name="type">How well the sentence holds the sort of thing that is asked for.</param>
    /// <param name="hasFocus">Whether sentence or surroundings have what is asked for by name.</param>
    /// <param name="coverage">What the sentence has of the question.</param>
    /// <param name="closeness">How near each other it has them.</param>
    public static Lacks Of(ReadQuestion question, double type, bool hasFocus, Coverage coverage, double closeness)
    {
        var unsaid = coverage.Predicate < UnsaidBelow ? 1 - coverage.Predicate : 0;
        var unnamed = unsaid == 0 && !hasFocus ? 1 : 0;
        return new()
        {
            Type = question.Kind == QuestionKind.Speech || AnswerTypeFit.IsRequired(question.Type) ? 1 - Math.Min(1, 2 * type) : 0,
            Said = unsaid,
            Thing = question.Type == AnswerType.Person ? 0 : unnamed,
            Deed = question.Type == AnswerType.Person ? unnamed : 0,
            Relation = question.Kind != QuestionKind.YesNo && question.Terms.Length > 2 && coverage.Missing < Half && coverage.Outside > Half
                ? coverage.Outside * Math.Max(0, 1 - (closeness / NearFrom))
                : 0,
        };
    }
}
