namespace Bot.Discord.Messages;

/// <summary>
/// A message as it is sent: the body of Create Message, of Edit Webhook Message and of an interaction's answer
/// (https://discord.com/developers/docs/resources/message#create-message).
/// </summary>
internal sealed record Message
{
    /// <summary>The most characters of <see cref="Content"/>.</summary>
    public const int MostContent = 2000;

    /// <summary>The most rows of <see cref="Components"/>.</summary>
    public const int MostRows = 5;

    /// <summary>No previews of what is linked.</summary>
    public const int SuppressEmbeds = 1 << 2;

    /// <summary>Only who did what it answers sees it.</summary>
    public const int Ephemeral = 1 << 6;

    /// <summary>Markdown as Discord reads it.</summary>
    public required string Content { get; init; }

    /// <summary>Message flags. An answer never grows previews of its links.</summary>
    public int Flags { get; init; } = SuppressEmbeds;

    /// <summary>Whom it may ping: nobody. Discord's default is everybody whose name stands in it.</summary>
    public AllowedMentions AllowedMentions { get; } = new();

    /// <summary>The rows of buttons; empty takes those away that were there.</summary>
    public IReadOnlyList<ActionRow> Components { get; init; } = [];

    /// <summary>The message it replies to.</summary>
    public MessageReference? MessageReference { get; init; }

    /// <summary>Names the message, so that Discord shows it once when it comes again; at most 25 characters.</summary>
    public string? Nonce { get; init; }

    /// <summary>Whether <see cref="Nonce"/> is looked at.</summary>
    public bool? EnforceNonce => Nonce is null ? null : true;
}

/// <summary>Whom a message may ping (https://discord.com/developers/docs/resources/message#allowed-mentions-object): nobody.</summary>
internal sealed record AllowedMentions
{
    /// <summary>No kind of mention.</summary>
    public IReadOnlyList<string> Parse { get; } = [];
}

/// <summary>The message that is replied to.</summary>
/// <param name="MessageId">Its id.</param>
internal sealed record MessageReference(string MessageId)
{
    /// <summary>A reply to a message that is gone is sent as an ordinary message.</summary>
    public bool FailIfNotExists { get; }
}
