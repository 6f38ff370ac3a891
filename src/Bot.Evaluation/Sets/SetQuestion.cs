using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Bot.Answering.Contract;
using Bot.Answering.Questions;

namespace Bot.Evaluation.Sets;

/// <summary>A question with what is known of its answer, one line of <c>NAME.questions.jsonl</c>.</summary>
public sealed record SetQuestion
{
    /// <summary>Its name.</summary>
    public required string Id { get; init; }

    /// <summary>The article it is asked of; <see langword="null"/> for all of a set at once.</summary>
    public string? ArticleId { get; init; }

    /// <summary>Its language.</summary>
    public string Lang { get => field ?? "en"; init; }

    /// <summary>What is asked.</summary>
    [JsonPropertyName("question")]
    public required string Text { get; init; }

    /// <summary>The right answers, the best match of which counts.</summary>
    public ImmutableArray<string> Answers { get => field.IsDefault ? [] : field; init; }

    /// <summary>Whether the article answers it; <see langword="null"/> when that is not clear.</summary>
    public bool? Answerable { get; init; }

    /// <summary>What sort of question it is.</summary>
    public string Kind { get => field ?? ""; init; }

    /// <summary>The paragraphs that answer it, from 0.</summary>
    public ImmutableArray<int>? Para { get; init; }

    /// <summary>The sentences that answer it.</summary>
    public ImmutableArray<string>? Evidence { get; init; }

    /// <summary>What is true in the world and not in the article.</summary>
    public ImmutableArray<string>? WorldAnswer { get; init; }

    /// <summary>The turns before.</summary>
    public ImmutableArray<TurnLine>? History { get; init; }

    /// <summary>When it was asked.</summary>
    public string? Date { get; init; }

    /// <summary>Whether it is in the small subset.</summary>
    public bool Quick { get; init; }

    /// <summary>Whether a right answer stands in the article word for word.</summary>
    [JsonIgnore]
    public bool IsExtractive => Kind is not ("abstractive" or "longform") && !Kind.StartsWith("conv_", StringComparison.Ordinal);

    /// <summary>The question as Bot is asked it.</summary>
    public Question ToQuestion() => new QuestionLine { Question = Text, Article = ArticleId, Date = Date, History = History }.ToQuestion();
}
