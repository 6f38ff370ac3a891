using System.Text.Json;

namespace Bot.BotFramework.Activities;

/// <summary>Entities of activities: what is asked of them, whatever their shape.</summary>
internal static class Entities
{
    private const string ClientInfo = "clientInfo";

    /// <summary>The objects among them.</summary>
    public static IEnumerable<JsonElement> EntityObjects(this Activity activity) =>
        (activity.Entities ?? []).Where(entity => entity.ValueKind == JsonValueKind.Object);

    /// <summary>Mentions of an account, as they stand in the text.</summary>
    public static IEnumerable<Mention> Mentions(this Activity activity) =>
        activity.EntityObjects()
            .Where(entity => string.Equals(entity.Words("type"), Mention.EntityType, StringComparison.OrdinalIgnoreCase))
            .Select(entity => new Mention(entity.Part("mentioned")?.Words("id"), entity.Part("mentioned")?.Words("name"), entity.Words("text")));

    /// <summary>The language of who sent it: its own, else that of the client, which Teams names when people arrive; <see langword="null"/> when neither is said.</summary>
    public static string? SpokenLocale(this Activity activity) => !string.IsNullOrEmpty(activity.Locale)
        ? activity.Locale
        : activity.EntityObjects().Where(entity => entity.Words("type") == ClientInfo).Select(entity => entity.Words("locale")).FirstOrDefault(locale => !string.IsNullOrEmpty(locale));

    /// <summary>A property that is a string; <see langword="null"/> when it is absent or something else.</summary>
    public static string? Words(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>A property that is an object; <see langword="null"/> when it is absent or something else.</summary>
    public static JsonElement? Part(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? value : null;
}

/// <summary>Somebody is named in the text.</summary>
/// <param name="Id">The account.</param>
/// <param name="Name">Its name.</param>
/// <param name="Text">As it stands in the text: <c>&lt;at&gt;name&lt;/at&gt;</c>.</param>
internal sealed record Mention(string? Id, string? Name, string? Text)
{
    /// <summary>The entity's <c>type</c>.</summary>
    public const string EntityType = "mention";
}
