using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Bot.Answering.Answers;
using Bot.Answering.Composing;
using Bot.Answering.Questions;
using Bot.Knowledge.Passages;

namespace Bot.Answering.Prompts;

/// <summary>
/// Words material as a prompt's variables. Every line that an author or a reader wrote starts with <c>&gt; </c>, so that no text can pass for
/// another passage, another turn or an instruction's place. The kernel escapes the values; see <see cref="PromptReader"/>.
/// </summary>
internal static class PromptVariables
{
    public const string QuestionName = "question";
    public const string StandaloneName = "standalone";
    public const string HistoryName = "history";
    public const string LanguageName = "language";
    public const string PassagesName = "passages";
    public const string CriterionName = "criterion";
    public const string AnswerName = "answer";
    public const string QuotesName = "quotes";
    public const string CountName = "count";

    private const int MaxTurns = 8;
    private const int MaxTurnLength = 1_000;
    private const int MaxQuestionLength = 4_000;

    /// <summary>All variables of <c>prompts/answer</c>.</summary>
    public static Dictionary<string, string> Of(Material material) => new()
    {
        [QuestionName] = Quoted(material.Question.Text, MaxQuestionLength),
        [StandaloneName] = material.Standalone == material.Question.Text ? "(the same)" : Quoted(material.Standalone, MaxQuestionLength),
        [HistoryName] = History(material.Question.History),
        [LanguageName] = Language(material.Language),
        [PassagesName] = Passages(material.Passages),
    };

    /// <summary>All variables of <c>prompts/standalone-question</c>.</summary>
    public static Dictionary<string, string> Of(Question question) => new()
    {
        [QuestionName] = Quoted(question.Text, MaxQuestionLength),
        [HistoryName] = History(question.History),
    };

    /// <summary>All variables of <c>prompts/judge</c>.</summary>
    public static Dictionary<string, string> Of(string criterion, Question question, Answer answer) => new()
    {
        [CriterionName] = Quoted(criterion, MaxQuestionLength),
        [QuestionName] = Quoted(question.Text, MaxQuestionLength),
        [AnswerName] = Quoted(answer.Text),
        [QuotesName] = answer.Citations.IsEmpty ? "(none)" : string.Join(
            '\n', answer.Citations.Select(citation => string.Create(CultureInfo.InvariantCulture, $"[{citation.Number}]\n{Quoted(citation.Quote)}"))),
    };

    /// <summary>All variables of <c>prompts/suggest-tests</c>.</summary>
    public static Dictionary<string, string> Of(ImmutableArray<NumberedPassage> passages, string language, int count) => new()
    {
        [PassagesName] = Passages(passages),
        [LanguageName] = Language(language),
        [CountName] = count.ToString(CultureInfo.InvariantCulture),
    };

    private static string Passages(ImmutableArray<NumberedPassage> passages) =>
        string.Join("\n\n", passages.Select(numbered => $"{Header(numbered)}\n{Quoted(numbered.Passage.Text)}"));

    private static string Header(NumberedPassage numbered)
    {
        var (passage, article) = (numbered.Passage, numbered.Passage.Article);
        var header = new StringBuilder(string.Create(CultureInfo.InvariantCulture,
            $"[{numbered.Number}] {KindOf(passage)} in the article \"{OneLine(article.Title)}\""));
        header.Append(article.Published is { } published
            ? string.Create(CultureInfo.InvariantCulture, $", published {published:dddd, yyyy-MM-dd}")
            : ", undated");
        Add(", under the heading", passage.Heading);
        Add(", photo credit", passage.Credit);
        Add(", said or written by", passage.Attribution);
        // A table's first piece has the header row among its rows.
        Add(", columns", passage.TableHeader is { } columns && !passage.Text.StartsWith(columns, StringComparison.Ordinal) ? columns
            : null);
        return header.ToString();

        void Add(string label, string? value)
        {
            if (!string.IsNullOrWhiteSpace(value))
            {
                header.Append(label).Append(" \"").Append(OneLine(value)).Append('"');
            }
        }
    }

    private static string KindOf(Passage passage) => passage.Kind switch
    {
        PassageKind.Heading => "heading",
        PassageKind.List => "list",
        PassageKind.Table => "table",
        PassageKind.Caption => "photo caption",
        PassageKind.Quote => "quotation",
        _ => "text",
    };

    private static string History(ImmutableArray<Turn> history) => history.IsDefaultOrEmpty
        ? "(none)"
        : string.Join('\n', history.TakeLast(MaxTurns).Select(turn =>
            $"{(turn.Role == TurnRole.Reader ? "Reader" : "Answer")}:\n{Quoted(turn.Text, MaxTurnLength)}"));

    private static string Language(string tag)
    {
        try
        {
            var culture = CultureInfo.GetCultureInfo(tag, predefinedOnly: true);
            return culture.EnglishName;
        }
        catch (CultureNotFoundException)
        {
            return OneLine(tag);
        }
    }

    private static string Quoted(string text, int maxLength = int.MaxValue) =>
        "> " + Clean(text, maxLength).Replace("\n", "\n> ", StringComparison.Ordinal);

    private static string OneLine(string text) => Clean(text, int.MaxValue).Replace('\n', ' ').Trim();

    /// <summary>
    /// Line breaks of all kinds become <c>\n</c>; what XML cannot carry, and would make the prompt's messages unreadable, becomes
    /// U+FFFD.
    /// </summary>
    private static string Clean(string text, int maxLength)
    {
        var clean = new StringBuilder(Math.Min(text.Length, maxLength));
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (clean.Length >= maxLength)
            {
                return clean.Append('…').ToString();
            }

            clean.Append(rune.Value switch
            {
                '\n' or '\t' => rune,
                0x0B or 0x1C or 0x1D or 0x1E => new Rune('\n'),
                < 0x20 or 0x7F or 0xFFFE or 0xFFFF => Rune.ReplacementChar,
                _ => rune,
            });
        }

        return clean.ToString();
    }
}
