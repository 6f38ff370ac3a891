namespace Bot.BotFramework.Activities;

/// <summary>Something that should be an activity is none; the message says what is wrong, without what people wrote.</summary>
internal sealed class MalformedActivityException(string message) : Exception(message);
