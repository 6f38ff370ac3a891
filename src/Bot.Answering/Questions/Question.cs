using System.Collections.Immutable;

namespace Bot.Answering.Questions;

/// <summary>A question as it reaches the answerer.</summary>
/// <param name="Text">The reader's words.</param>
public sealed record Question(string Text)
{
    /// <summary>Ask only this article (its slug); <see langword="null"/> means all.</summary>
    public string? Article { get; init; }

    /// <summary>The articles that may be asked at all; <see langword="null"/> means every one.</summary>
    public ArticleScope? Scope { get; init; }

    /// <summary>The reader's interface language, a BCP 47 tag; <see langword="null"/> means the question's own language.</summary>
    public string? Locale { get; init; }

    /// <summary>When the question was asked, if that is known and matters ("this week").</summary>
    public DateTimeOffset? Asked { get; init; }

    /// <summary>The conversation it is asked in, by a name of the channel's own; <see langword="null"/> when it stands alone.</summary>
    public string? Conversation { get; init; }

    /// <summary>The last turns of the conversation, oldest first.</summary>
    public ImmutableArray<Turn> History { get; init; } = [];

    /// <summary>Also ask drafts, withdrawn articles and those not yet published: for editors only.</summary>
    public bool IncludeUnpublished { get; init; }

    /// <summary>Always answer with the best there is, however unsure: for measuring only.</summary>
    public bool NoRefusal { get; init; }
}

/// <summary>One turn of a conversation.</summary>
/// <param name="Role">Who spoke.</param>
/// <param name="Text">What was said, without citation markers.</param>
public sealed record Turn(TurnRole Role, string Text);

/// <summary>Who spoke in a turn.</summary>
public enum TurnRole
{
    /// <summary>The reader who asks.</summary>
    Reader,

    /// <summary>Bot.</summary>
    Bot,
}
