using Microsoft.Extensions.Configuration;

namespace Bot.Cli.Startup;

/// <summary>Where settings come from; what is named later wins.</summary>
internal static class Settings
{
    public const string File = "appsettings.json";

    /// <summary>The working folder's file, then user secrets, environment variables and the command line.</summary>
    public static IConfigurationRoot Read(Surroundings surroundings, IEnumerable<KeyValuePair<string, string?>> commandLine)
    {
        var builder = new ConfigurationBuilder()
            .SetBasePath(surroundings.Folder)
            .AddJsonFile(File, optional: true, reloadOnChange: false);
        if (surroundings.MachineSettings)
        {
            builder.AddUserSecrets(typeof(Settings).Assembly, optional: true, reloadOnChange: false).AddEnvironmentVariables();
        }

        return builder.AddInMemoryCollection(commandLine).Build();
    }
}
