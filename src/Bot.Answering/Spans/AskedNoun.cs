using Bot.Answering.Lexicons.Senses;
using Bot.Answering.Questions;

namespace Bot.Answering.Spans;

/// <summary>The noun that says what sort of thing is asked for: "disease" in "what kind of disease was it?" and in "what was the disease?".</summary>
internal static class AskedNoun
{
    private const int Near = 5;

    /// <summary>Its supersense (<see cref="WordSense.Supersense"/>); 0 when there is none.</summary>
    /// <param name="asking">The question's words.</param>
    /// <param name="at">Where the asking word stands among them.</param>
    /// <param name="words">The words by which the language asks.</param>
    /// <param name="senses">What is known of its words.</param>
    public static int SupersenseOf(ReadOnlySpan<string> asking, int at, QuestionWords words, WordSenses senses)
    {
        var behind = asking[(at + 1)..];
        return behind.Length > 0 && RoleOf(behind[0], words) == WordRole.Copula && !words.Supports.Contains(behind[0]) ? FirstOf(behind[1..], words, senses) : LastBeforeVerb(behind, words, senses);
    }

    // "What was the first sea wall made of": the last of the first nouns that stand together.
    private static int FirstOf(ReadOnlySpan<string> behind, QuestionWords words, WordSenses senses)
    {
        var found = 0;
        foreach (var word in behind[..Math.Min(Near, behind.Length)])
        {
            var sense = words.SenseOf(word, senses);
            if (sense.Use == WordUse.Noun && !words.Kinds.Contains(word))
            {
                found = sense.Supersense;
            }
            else if (found > 0)
            {
                break;
            }
        }

        return found;
    }

    // "Which kind of sea wall did they build".
    private static int LastBeforeVerb(ReadOnlySpan<string> behind, QuestionWords words, WordSenses senses)
    {
        var (found, isKind) = (0, false);
        foreach (var word in behind[..Math.Min(Near, behind.Length)])
        {
            var sense = words.SenseOf(word, senses);
            if (isKind && RoleOf(word, words) == WordRole.Belonging)
            {
                (found, isKind) = (0, false);
            }
            else if (words.Openers.Contains(word) || (found > 0 && sense.Use is WordUse.Function or WordUse.Verb or WordUse.Participle))
            {
                break;
            }
            else if (sense is { Supersense: > 0, Use: not WordUse.Participle })
            {
                (found, isKind) = (sense.Supersense, words.Kinds.Contains(word));
            }
        }

        return found;
    }

    private static WordRole RoleOf(string word, QuestionWords words) => words.Roles.GetValueOrDefault(word, WordRole.Content);
}
