namespace Bot.BotFramework.Identity;

/// <summary>Who the bot is in Azure, under the names its portal and SDKs use; they stand at the root of the settings.</summary>
public sealed class MicrosoftAppOptions
{
    /// <summary>The section's name: none.</summary>
    public const string Section = "";

    /// <summary>How the bot proves who it is: <c>SingleTenant</c>, <c>UserAssignedMSI</c> or <c>MultiTenant</c>.</summary>
    public string MicrosoftAppType { get; set; } = SingleTenant;

    /// <summary>The bot's application (client) id, a GUID. Empty means the channels of Azure Bot Service are off.</summary>
    public string? MicrosoftAppId { get; set; }

    /// <summary>The application's client secret; none with a managed identity.</summary>
    public string? MicrosoftAppPassword { get; set; }

    /// <summary>The tenant of the application, a GUID or domain.</summary>
    public string? MicrosoftAppTenantId { get; set; }

    internal const string SingleTenant = nameof(SingleTenant);
    internal const string MultiTenant = nameof(MultiTenant);
    internal const string UserAssignedMSI = nameof(UserAssignedMSI);

    internal bool IsSet => !string.IsNullOrWhiteSpace(MicrosoftAppId);

    internal bool Is(string type) => string.Equals(MicrosoftAppType, type, StringComparison.OrdinalIgnoreCase);
}
