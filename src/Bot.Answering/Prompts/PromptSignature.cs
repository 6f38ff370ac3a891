using System.Collections.Immutable;

namespace Bot.Answering.Prompts;

/// <summary>What Bot gives a prompt, whatever its files say.</summary>
/// <param name="Name">The prompt's folder.</param>
/// <param name="Required">The variables that must stand in its template.</param>
/// <param name="Optional">The variables that may.</param>
internal sealed record PromptSignature(string Name, ImmutableArray<string> Required, ImmutableArray<string> Optional)
{
    /// <summary>Answers a question from numbered passages.</summary>
    public static PromptSignature Answer { get; } =
        new("answer", [PromptVariables.QuestionName, PromptVariables.PassagesName],
            [PromptVariables.StandaloneName, PromptVariables.HistoryName, PromptVariables.LanguageName]);

    /// <summary>Rewrites a follow-up question so that it can be understood without the turns before it.</summary>
    public static PromptSignature StandaloneQuestion { get; } =
        new("standalone-question", [PromptVariables.QuestionName, PromptVariables.HistoryName], []);

    /// <summary>Judges an answer by a criterion that an editor wrote.</summary>
    public static PromptSignature Judge { get; } =
        new("judge", [PromptVariables.CriterionName, PromptVariables.AnswerName], [PromptVariables.QuestionName, PromptVariables.QuotesName]);

    /// <summary>Drafts questions for an article.</summary>
    public static PromptSignature SuggestTests { get; } =
        new("suggest-tests", [PromptVariables.PassagesName, PromptVariables.CountName], [PromptVariables.LanguageName]);

    /// <summary>The name of the kernel's function, which may have no hyphens.</summary>
    public string FunctionName => Name.Replace('-', '_');

    /// <summary>All variables it may use.</summary>
    public IEnumerable<string> Variables => [.. Required, .. Optional];
}
