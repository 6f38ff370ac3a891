using Bot.BotFramework.Activities;

namespace Bot.BotFramework.Serving;

/// <summary>What a person asked, without the bot's own name before it. Other people's names stay.</summary>
internal static class MentionText
{
    /// <summary>Whether the bot is named.</summary>
    public static bool NamesBot(Activity activity) => activity.Mentions().Any(mention => IsBot(mention, activity));

    /// <summary>The words.</summary>
    public static string Of(Activity activity)
    {
        var text = activity.Text ?? "";
        foreach (var mention in activity.Mentions().Where(mention => IsBot(mention, activity)))
        {
            foreach (var form in (string?[])[mention.Text, $"<at>{mention.Name}</at>", $"<at>{activity.Recipient?.Name}</at>"])
            {
                text = string.IsNullOrEmpty(form) || form == "<at></at>" ? text : text.Replace(form, " ", StringComparison.OrdinalIgnoreCase);
            }
        }

        return text.Trim();
    }

    private static bool IsBot(Mention mention, Activity activity) => mention.Id is not null && mention.Id == activity.Recipient?.Id;
}
