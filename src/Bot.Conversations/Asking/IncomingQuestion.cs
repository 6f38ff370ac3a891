using System.Collections.Immutable;
using Bot.Answering.Questions;
using Bot.Conversations.Channels;
using Bot.Conversations.Transcripts;

namespace Bot.Conversations.Asking;

/// <summary>A question as a channel hands it in.</summary>
public sealed record IncomingQuestion
{
    /// <summary>The channel's <see cref="IChannel.Name"/>.</summary>
    public required string Channel { get; init; }

    /// <summary>The channel's name of the event: the same event handed in again is not answered again. At most 200 characters.</summary>
    public required string EventId { get; init; }

    /// <summary>The channel's name of the conversation: its turns are answered in order. Stored hashed.</summary>
    public required string Conversation { get; init; }

    /// <summary>The channel's name of who asks. Stored hashed.</summary>
    public required string Asker { get; init; }

    /// <summary>The reader's words.</summary>
    public required string Text { get; init; }

    /// <summary>Where the answer goes.</summary>
    public required Place Place { get; init; }

    /// <summary>After this moment the channel can no longer show an answer in its usual way; <see langword="null"/> for none.</summary>
    public DateTimeOffset? Deadline { get; init; }

    /// <summary>Ask only this article (its slug); <see langword="null"/> means all.</summary>
    public string? Article { get; init; }

    /// <summary>The articles that may be asked there at all; <see langword="null"/> means every one.</summary>
    public ArticleScope? Scope { get; init; }

    /// <summary>The reader's interface language, a BCP 47 tag.</summary>
    public string? Locale { get; init; }

    /// <summary>When the question was asked, if that is known and matters ("this week").</summary>
    public DateTimeOffset? Asked { get; init; }

    /// <summary>
    /// What was said before, oldest first, when the channel knows it better than the record; it then counts instead of the conversation's recorded
    /// turns, also when it is empty. <see langword="null"/> means the record's. Kept with the question, and deleted with it.
    /// </summary>
    public ImmutableArray<Turn>? History { get; init; }

    /// <summary>
    /// What the conversation's transcript gets with the question, in the same transaction; <see langword="null"/> where no transcript is kept. An
    /// answer cannot come before it, and it never stands there without its question.
    /// </summary>
    public Utterance? Echo { get; init; }

    /// <summary>The reader's words never get into a log by accident.</summary>
    public override string ToString() => $"{Channel} {EventId}";
}
