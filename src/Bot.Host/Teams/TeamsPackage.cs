using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.BotFramework.Identity;
using Bot.Host.Serving;

namespace Bot.Host.Teams;

/// <summary><c>Bot.Host teams-package --out bot.zip</c>: the file that Teams installs the bot from.</summary>
internal static class TeamsPackage
{
    public const string Command = "teams-package";

    private const string Schema = "https://developer.microsoft.com/json-schemas/teams/v1.22/MicrosoftTeams.schema.json";
    private const int LongestName = 30;
    private const int LongestDeveloper = 32;

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };

    /// <summary>Writes it.</summary>
    /// <param name="settings">The host's settings with the command's own: <c>out</c>, <c>name</c>, <c>developer</c>, <c>version</c>.</param>
    /// <param name="output">Where to say what was done.</param>
    /// <param name="error">Where to say what is missing.</param>
    /// <returns>The exit code.</returns>
    public static int Write(IConfiguration settings, TextWriter output, TextWriter error)
    {
        var app = settings[nameof(MicrosoftAppOptions.MicrosoftAppId)];
        var address = settings[$"{WebOptions.Section}:{nameof(WebOptions.PublicUrl)}"];
        var name = settings["name"] ?? "Bot";
        var developer = settings["developer"] ?? name;
        var version = settings["version"] ?? "1.0.0";
        string[] missing =
        [
            .. Guid.TryParseExact(app, "D", out _) ? (string[])[] : [$"MicrosoftAppId is '{app}': write the application (client) id of the Azure Bot, a GUID, in the settings or as --MicrosoftAppId."],
            .. Uri.TryCreate(address, UriKind.Absolute, out var root) && root.Scheme == Uri.UriSchemeHttps ? (string[])[] : [$"Web:PublicUrl is '{address}': Teams wants https addresses for privacy and terms; write the host's, in the settings or as --Web:PublicUrl."],
            .. name.Length is > 0 and <= LongestName ? (string[])[] : [$"--name is '{name}': write 1 to {LongestName} characters."],
            .. developer.Length is > 0 and <= LongestDeveloper ? (string[])[] : [$"--developer is '{developer}': write 1 to {LongestDeveloper} characters."],
            .. Version.TryParse(version, out var read) && read is { Build: >= 0, Revision: < 0 } && $"{read}" == version ? (string[])[] : [$"--version is '{version}': write three numbers such as 1.0.0."],
        ];
        if (missing.Length > 0)
        {
            foreach (var line in missing)
            {
                error.WriteLine(line);
            }

            return 2;
        }

        var path = settings["out"] ?? "bot.zip";
        using (var file = File.Create(path))
        {
            Write(file, Manifest(app!, root!.AbsoluteUri.TrimEnd('/'), name, developer, version));
        }

        output.WriteLine($"{path}: upload it in Teams under Apps > Manage your apps > Upload an app.");
        return 0;
    }

    internal static void Write(Stream file, JsonObject manifest)
    {
        using var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true);
        Add(zip, "manifest.json", JsonSerializer.SerializeToUtf8Bytes<JsonNode>(manifest, Readable));
        Add(zip, "color.png", TeamsIcons.Colour());
        Add(zip, "outline.png", TeamsIcons.Outline());
    }

    internal static JsonObject Manifest(string app, string root, string name, string developer, string version) => new()
    {
        ["$schema"] = Schema,
        ["manifestVersion"] = "1.22",
        ["version"] = version,
        ["id"] = app,
        ["developer"] = new JsonObject
        {
            ["name"] = developer,
            ["websiteUrl"] = root,
            ["privacyUrl"] = $"{root}/privacy",
            ["termsOfUseUrl"] = $"{root}/terms",
        },
        ["icons"] = new JsonObject { ["color"] = "color.png", ["outline"] = "outline.png" },
        ["name"] = new JsonObject { ["short"] = name, ["full"] = name },
        ["description"] = new JsonObject
        {
            ["short"] = "Answers questions about articles, each sentence with its source.",
            ["full"] = "Ask a question about the articles. Each sentence of the answer shows the exact words of the article that support it; when the articles do not answer, the bot says so.",
        },
        ["accentColor"] = "#1F4E79",
        ["bots"] = new JsonArray(new JsonObject
        {
            ["botId"] = app,
            ["scopes"] = new JsonArray("personal", "team", "groupChat"),
            ["supportsFiles"] = false,
            ["isNotificationOnly"] = false,
            ["commandLists"] = new JsonArray(new JsonObject
            {
                ["scopes"] = new JsonArray("personal", "team", "groupChat"),
                ["commands"] = new JsonArray(
                    Line("/articles", "What you can ask about"),
                    Line("/forget", "This conversation starts anew"),
                    Line("privacy", "What is kept, and how to have it deleted"),
                    Line("help", "What you can say")),
            }),
        }),
        ["validDomains"] = new JsonArray(),
    };

    private static JsonObject Line(string title, string description) => new() { ["title"] = title, ["description"] = description };

    private static void Add(ZipArchive zip, string name, byte[] content)
    {
        using var entry = zip.CreateEntry(name).Open();
        entry.Write(content);
    }
}
