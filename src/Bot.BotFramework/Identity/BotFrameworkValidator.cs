using Microsoft.Extensions.Options;

namespace Bot.BotFramework.Identity;

/// <summary>Names what is wrong with the settings of Azure Bot Service, all at once.</summary>
internal sealed class BotFrameworkValidator(IOptions<MicrosoftAppOptions> app) : IValidateOptions<BotFrameworkOptions>
{
    private static readonly string[] Types = [MicrosoftAppOptions.SingleTenant, MicrosoftAppOptions.UserAssignedMSI, MicrosoftAppOptions.MultiTenant];

    public ValidateOptionsResult Validate(string? name, BotFrameworkOptions options)
    {
        string[] failures = [.. OfApp(app.Value), .. OfFramework(options, app.Value)];
        return failures.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> OfApp(MicrosoftAppOptions app)
    {
        if (!Types.Any(app.Is))
        {
            yield return $"MicrosoftAppType is '{app.MicrosoftAppType}': write {string.Join(", ", Types)}.";
        }

        if (!app.IsSet)
        {
            if (!string.IsNullOrWhiteSpace(app.MicrosoftAppPassword))
            {
                yield return "MicrosoftAppPassword is set and MicrosoftAppId is not: write the bot's application (client) id.";
            }

            yield break;
        }

        if (!Guid.TryParse(app.MicrosoftAppId, out _))
        {
            yield return $"MicrosoftAppId is '{app.MicrosoftAppId}': write the application (client) id of the Azure Bot, a GUID.";
        }

        if (app.Is(MicrosoftAppOptions.UserAssignedMSI))
        {
            if (!string.IsNullOrWhiteSpace(app.MicrosoftAppPassword))
            {
                yield return "MicrosoftAppPassword is set, but a managed identity (MicrosoftAppType UserAssignedMSI) has none: remove it, or write SingleTenant.";
            }
        }
        else if (string.IsNullOrWhiteSpace(app.MicrosoftAppPassword))
        {
            yield return $"MicrosoftAppPassword is empty, but MicrosoftAppType {app.MicrosoftAppType} needs one: write a client secret of the application, in user secrets or the environment.";
        }

        if (!app.Is(MicrosoftAppOptions.MultiTenant) && !IsTenant(app.MicrosoftAppTenantId))
        {
            yield return $"MicrosoftAppTenantId is '{app.MicrosoftAppTenantId}', but MicrosoftAppType {app.MicrosoftAppType} needs the application's own tenant: write its GUID or domain. (Tokens of another tenant are why answers get 401.)";
        }
    }

    private static IEnumerable<string> OfFramework(BotFrameworkOptions options, MicrosoftAppOptions app)
    {
        if (BotCloud.Named(options.Cloud) is null)
        {
            yield return $"BotFramework:Cloud is '{options.Cloud}': write Public or UsGovernment.";
        }

        if (options.AllowAnonymousLoopback && app.IsSet)
        {
            yield return "BotFramework:AllowAnonymousLoopback is on and MicrosoftAppId is set: a bot that channels reach takes no activities without a token; turn one of them off.";
        }

        foreach (var (setting, value) in new[] { (nameof(options.ChannelMetadata), options.ChannelMetadata), (nameof(options.EntraMetadata), options.EntraMetadata), (nameof(options.LoginUrl), options.LoginUrl) })
        {
            if (!string.IsNullOrWhiteSpace(value) && !IsSafe(value))
            {
                yield return $"BotFramework:{setting} is '{value}': write an https address (http only on this machine), or nothing for the cloud's own.";
            }
        }

        foreach (var caller in options.AllowedCallers.Where(caller => !Guid.TryParse(caller, out _)))
        {
            yield return $"BotFramework:AllowedCallers has '{caller}': write application (client) ids, which are GUIDs.";
        }

        foreach (var host in options.ServiceHosts.Where(host => Uri.CheckHostName(host.TrimStart('.')) == UriHostNameType.Unknown))
        {
            yield return $"BotFramework:ServiceHosts has '{host}': write a host's name such as connector.example.org, or .example.org for all below it.";
        }
    }

    private static bool IsTenant(string? tenant) =>
        !string.IsNullOrWhiteSpace(tenant) && (Guid.TryParse(tenant, out _) || (tenant.Contains('.', StringComparison.Ordinal) && Uri.CheckHostName(tenant) == UriHostNameType.Dns));

    private static bool IsSafe(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));
}
