using System.Collections.Immutable;

namespace Bot.Evaluation.Cases;

/// <summary>A field of a file of cases. Reader and schema go by these lists.</summary>
/// <param name="Name">As it is written.</param>
/// <param name="Form">What its value may be.</param>
/// <param name="Meaning">What it is for, for editors.</param>
internal sealed record CaseField(string Name, ValueForm Form, string Meaning)
{
    public static readonly CaseField Called = new("name", ValueForm.Text, "What the case is called; without it, its question.");
    public static readonly CaseField Question = new("question", ValueForm.Text, "What the reader asks.");
    public static readonly CaseField Article = new("article", ValueForm.Text, "Ask only the article with this slug.");
    public static readonly CaseField Date = new("date", ValueForm.Date, "When it is asked: 2019-03-23, or 2019-03-23T14:30:00Z.");
    public static readonly CaseField Language = new("lang", ValueForm.Language, "The reader's interface language, such as de.");
    public static readonly CaseField History = new("history", ValueForm.History, "Earlier turns, oldest first.");
    public static readonly CaseField Table = new("table", ValueForm.Text, "A .csv or .jsonl file beside this one: a case for each row, with {{column}} filled in.");
    public static readonly CaseField Repeat = new("repeat", ValueForm.Positive, "Ask it so often, each time anew.");
    public static readonly CaseField Pass = new("pass", ValueForm.Share, "The share of the repeats that must pass; without it, all.");
    public static readonly CaseField Model = new("model", ValueForm.Replies, "What a scripted model says, so that prompts, parsing and the claim check are tested without a key.");
    public static readonly CaseField Assert = new("assert", ValueForm.Assertions, "What must hold of the answer.");

    public static readonly CaseField Defaults = new("defaults", ValueForm.Case, "What holds for each case of the file that does not say otherwise.");
    public static readonly CaseField Cases = new("cases", ValueForm.Cases, "The cases.");

    public static readonly CaseField Reply = new("reply", ValueForm.Text, "The words. [[words of a passage]] becomes its number in the prompt.");
    public static readonly CaseField When = new("when", ValueForm.Text, "Say it only when the prompt has these words.");
    public static readonly CaseField Prompt = new("prompt", ValueForm.Text, "The prompt it answers: answer (without it), standalone-question or judge.");
    public static readonly CaseField Case = new("case", ValueForm.Text, "The case it is for, by name; without it, every one.");

    public static ImmutableArray<CaseField> OfCase { get; } = [Called, Question, Article, Date, Language, History, Table, Repeat, Pass, Model, Assert];

    public static ImmutableArray<CaseField> OfDefaults { get; } = [Article, Date, Language, History, Repeat, Pass, Model, Assert];

    public static ImmutableArray<CaseField> OfFile { get; } = [Defaults, Cases];

    public static ImmutableArray<CaseField> OfReply { get; } = [Reply, When, Prompt];

    public static ImmutableArray<CaseField> OfScriptLine { get; } = [Reply, When, Prompt, Case];
}
