namespace Bot.Host.Serving;

/// <summary>
/// Secrets that are handed over as files, one a setting, such as <c>Model__ApiKey</c>: what systemd's <c>LoadCredential</c> brings
/// (https://systemd.io/CREDENTIALS/), and what containers mount. Unlike the environment, no other process can read them.
/// </summary>
internal static class SecretFiles
{
    /// <summary>The variable that names their folder.</summary>
    public const string Variable = "CREDENTIALS_DIRECTORY";

    /// <summary>Adds them; they win over what was added before.</summary>
    public static void Add(IConfigurationBuilder settings, string? folder)
    {
        if (Directory.Exists(folder))
        {
            settings.AddKeyPerFile(folder, optional: false, reloadOnChange: false);
        }
    }
}
