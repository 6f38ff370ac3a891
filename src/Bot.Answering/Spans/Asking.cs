using Bot.Answering.Lexicons.Senses;
using Bot.Answering.Questions;

namespace Bot.Answering.Spans;

/// <summary>How a question asks: where its asking word stands, and what stands beside it.</summary>
/// <param name="Place">Where the asking word stands: 0 first, 1 within, 2 last.</param>
/// <param name="Tie">The word that ties what is asked for to the rest, "in" in "in which year" and "of" in "what is it made of"; <see langword="null"/> for none.</param>
/// <param name="Deed">The first word with content behind the asking word that does not say what sort of thing is asked for, as analysed; <see langword="null"/> for none.</param>
internal sealed record Asking(int Place, string? Tie, string? Deed)
{
    /// <summary>The asking word, as its place among the language's from 1; 0 for none.</summary>
    public int Word { get; private init; }

    /// <summary>The word behind it, as its place among those that open a question of yes or no, from 1; 0 for any other.</summary>
    public int Behind { get; private init; }

    /// <summary>What sort of thing the noun asked for stands for (<see cref="AskedNoun"/>); 0 for none.</summary>
    public int Supersense { get; private init; }

    /// <summary>How a question asks.</summary>
    public static Asking Of(ReadQuestion question)
    {
        var words = QuestionWords.Of(question.Language);
        var asking = Phrases.Of(question.Text).Words;
        var at = Array.FindIndex(asking, word => words.AskingWords.Contains(word));
        var start = at < 0 ? 0 : question.Text.IndexOf(asking[at], StringComparison.OrdinalIgnoreCase);
        return new(
            at <= 0 ? 0 : at == asking.Length - 1 ? 2 : 1,
            TieOf(asking, at, at >= 0 && at + 1 < asking.Length && words.AskingWords.Contains(asking[at + 1]), words),
            question.Terms.Where(term => term.Span.Start > start && !question.Focus.Any(focus => focus.Text == term.Text)).OrderBy(term => term.Span.Start).Select(term => term.Text).FirstOrDefault())
        {
            Word = at < 0 ? 0 : 1 + words.AskingWords.IndexOf(asking[at]),
            Behind = at < 0 || at + 1 == asking.Length ? 0 : 1 + words.Openers.IndexOf(asking[at + 1]),
            Supersense = at < 0 ? 0 : AskedNoun.SupersenseOf(asking, at, words, WordSenses.Of(question.Language)),
        };
    }

    // "In which", "the year in which", or left behind at the end.
    private static string? TieOf(string[] asking, int at, bool leads, QuestionWords words) =>
        leads && Ties(words, asking[at]) ? asking[at]
        : at > 0 && words.Function.Contains(asking[at - 1]) ? asking[at - 1]
        : asking is [.., var last] && Ties(words, last) ? last
        : null;

    private static bool Ties(QuestionWords words, string word) =>
        words.Roles.TryGetValue(word, out var role) && role is WordRole.Agent or WordRole.Placing or WordRole.Belonging or WordRole.Preposition;
}
