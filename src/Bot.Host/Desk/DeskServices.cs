using Bot.Host.Notices;
using Bot.Knowledge.Settings;
using Microsoft.AspNetCore.DataProtection;

namespace Bot.Host.Desk;

/// <summary>Registers the desk. Where it is off, nothing of it is made, and nothing is served.</summary>
internal static class DeskServices
{
    /// <summary>Where it is.</summary>
    public const string Path = "/desk";

    // A prompt as it is typed comes as one message.
    private const int LongestMessage = 524_288;

    private static readonly (string Name, string Type)[] Files =
        [("blazor.web.js", "text/javascript; charset=utf-8"), ("desk.js", "text/javascript; charset=utf-8"), ("desk.css", "text/css; charset=utf-8")];

    public static IServiceCollection AddDesk(this IServiceCollection services, IConfiguration settings)
    {
        services.AddSettings<DeskOptions, DeskOptionsValidator>(DeskOptions.Section);
        return IsOn(settings) ? services.AddParts() : services;
    }

    private static IServiceCollection AddParts(this IServiceCollection services)
    {
        services.AddSingleton<DeskAccess>().AddSingleton<DeskGate>().AddSingleton<DeskBench>().AddSingleton<DeskReaders>();

        // What it protects lives no longer than the process: no keys are left on disk.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddRazorComponents().AddInteractiveServerComponents().AddHubOptions(hub => hub.MaximumReceiveMessageSize = LongestMessage);
        return services;
    }

    public static void UseDesk(this WebApplication app)
    {
        if (IsOn(app.Configuration))
        {
            var gate = new Lazy<DeskGate>(app.Services.GetRequiredService<DeskGate>);
            app.Use(next => context => gate.Value.PassAsync(context, next));
            app.UseAntiforgery();
        }
    }

    public static void MapDesk(this WebApplication app)
    {
        if (!IsOn(app.Configuration))
        {
            return;
        }

        foreach (var (name, type) in Files)
        {
            app.MapGet($"{Path}/{name}", () => Results.Bytes(EmbeddedText.Bytes($"desk/{name}"), type)).ExcludeFromDescription();
        }

        app.MapRazorComponents<DeskDocument>().AddInteractiveServerRenderMode(mode => mode.ContentSecurityFrameAncestorsPolicy = null);
    }

    // Read before anything is put together; a value that is none is complained of with all other settings.
    private static bool IsOn(IConfiguration settings) => bool.TryParse(settings[$"{DeskOptions.Section}:{nameof(DeskOptions.Enabled)}"], out var on) && on;
}
