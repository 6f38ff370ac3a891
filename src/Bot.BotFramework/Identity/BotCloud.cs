namespace Bot.BotFramework.Identity;

/// <summary>One of Microsoft's clouds (https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication).</summary>
internal sealed record BotCloud
{
    private const string Microsoft1 = "d6d49420-f39b-4df7-a1dc-d59a935871db";
    private const string Microsoft2 = "f8cdef31-a31e-4b4a-93e4-5f571e91255a";
    private const string Microsoft3 = "69e9b82d-4842-4902-8d1e-abc5b98a55e8";
    private const string Government = "cab8a31a-1906-4287-a0d8-4eef66b95f6e";

    public static BotCloud Public { get; } = new()
    {
        Issuer = "https://api.botframework.com",
        ChannelMetadata = "https://login.botframework.com/v1/.well-known/openidconfiguration",
        EntraMetadata = "https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration",
        LoginUrl = "https://login.microsoftonline.com",
        LoginHost = "login.microsoftonline.com",
        ChannelTenant = "botframework.com",
        Tenants = [Microsoft1, Microsoft2, Microsoft3],
    };

    public static BotCloud UsGovernment { get; } = new()
    {
        Issuer = "https://api.botframework.us",
        ChannelMetadata = "https://login.botframework.azure.us/v1/.well-known/openidconfiguration",
        EntraMetadata = "https://login.microsoftonline.us/common/v2.0/.well-known/openid-configuration",
        LoginUrl = "https://login.microsoftonline.us",
        LoginHost = "login.microsoftonline.us",
        ChannelTenant = "MicrosoftServices.onmicrosoft.us",
        Tenants = [Government],
    };

    /// <summary>Who signs the channels' tokens; also the resource that tokens for answers are for.</summary>
    public required string Issuer { get; init; }

    public required string ChannelMetadata { get; init; }

    public required string EntraMetadata { get; init; }

    public required string LoginUrl { get; init; }

    /// <summary>The host in the newer form of an Entra issuer.</summary>
    public required string LoginHost { get; init; }

    /// <summary>The tenant that tokens of multi-tenant bots are got from.</summary>
    public required string ChannelTenant { get; init; }

    /// <summary>Microsoft's own tenants.</summary>
    public required string[] Tenants { get; init; }

    public static BotCloud? Named(string? name) =>
        string.Equals(name, nameof(Public), StringComparison.OrdinalIgnoreCase) ? Public
        : string.Equals(name, nameof(UsGovernment), StringComparison.OrdinalIgnoreCase) ? UsGovernment
        : null;

    /// <summary>The cloud as the settings have it.</summary>
    public static BotCloud Of(BotFrameworkOptions options)
    {
        var cloud = Named(options.Cloud) ?? Public;
        return cloud with
        {
            ChannelMetadata = Or(options.ChannelMetadata, cloud.ChannelMetadata),
            EntraMetadata = Or(options.EntraMetadata, cloud.EntraMetadata),
            LoginUrl = Or(options.LoginUrl, cloud.LoginUrl).TrimEnd('/'),
        };
    }

    /// <summary>Both forms of a tenant's issuer.</summary>
    public IEnumerable<string> IssuersOf(string tenant) => [$"https://sts.windows.net/{tenant}/", $"https://{LoginHost}/{tenant}/v2.0"];

    private static string Or(string? own, string standard) => string.IsNullOrWhiteSpace(own) ? standard : own;
}
