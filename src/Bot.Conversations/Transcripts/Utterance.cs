namespace Bot.Conversations.Transcripts;

/// <summary>Something said in a conversation whose transcript we keep.</summary>
/// <param name="Key">Its name in the conversation: what is said again under the same name is kept once. At most 100 characters.</param>
/// <param name="Body">What its channel keeps of it, opaque to all others.</param>
public sealed record Utterance(string Key, string Body)
{
    /// <summary>What people say never gets into a log by accident.</summary>
    public override string ToString() => Key;
}

/// <summary>Something said, as the transcript has it.</summary>
/// <param name="Watermark">Its place: greater than that of all that was said before it in the conversation, also when that is deleted meanwhile.</param>
/// <param name="At">When it was said.</param>
/// <param name="Said">What was said.</param>
public sealed record TranscriptEntry(long Watermark, DateTimeOffset At, Utterance Said);
