namespace Bot.BotFramework.Rendering;

/// <summary>Who reads an activity: both get the same answer with the same numbers, each in the form it shows best.</summary>
internal enum ActivityForm
{
    /// <summary>Teams: <c>[n]</c> in the text, citations in the entity, its own feedback buttons, cards.</summary>
    Teams,

    /// <summary>Web Chat, and whatever else reads markdown: <c>[n]</c> are links with definitions below the text.</summary>
    WebChat,
}
