using System.Security.Cryptography;
using System.Text;
using Bot.Host.Notices;

namespace Bot.Host.Assets;

/// <summary>
/// The pages' style sheet and script, and Web Chat, which is loaded only when a reader opens the chat. Their addresses change with their bytes, so
/// that browsers may keep them for good.
/// </summary>
internal static class PageAssets
{
    private const string Own = "page/";
    private const string Script = "text/javascript; charset=utf-8";

    private static readonly (string Name, byte[] Bytes)[] OwnFiles =
        [.. EmbeddedText.Names(Own).Select(name => (name[Own.Length..], EmbeddedText.Bytes(name)))];

    private static readonly string OwnFolder = FolderOf([.. OwnFiles.SelectMany(file => (byte[])[.. Encoding.UTF8.GetBytes(file.Name), .. file.Bytes])]);

    private static readonly byte[] WebChatGzip = EmbeddedText.Bytes("webchat.js.gz");
    private static readonly string WebChatFolder = FolderOf(WebChatGzip);

    /// <summary>The path of Web Chat's bundle.</summary>
    public static string WebChat { get; } = WebChatFolder + "webchat.js";

    /// <summary>All files by their path.</summary>
    public static IReadOnlyDictionary<string, Asset> Files { get; } = OwnFiles
        .Select(file => KeyValuePair.Create(OwnFolder + file.Name, Asset.Of(TypeOf(file.Name), file.Bytes)))
        .Append(new(WebChat, new(Script, WebChatGzip, EmbeddedText.Bytes("webchat.js.br"))))

        // Where the bundle's first line says that its licences are.
        .Append(new(WebChat + ".LICENSE.txt", Asset.Of("text/plain; charset=utf-8", EmbeddedText.Bytes("webchat.js.LICENSE.txt"))))
        .ToDictionary();

    /// <summary>The path of a file of the pages' own.</summary>
    public static string PathOf(string name) => OwnFolder + name;

    private static string FolderOf(byte[] bytes) => $"/assets/{Convert.ToHexStringLower(SHA256.HashData(bytes))[..12]}/";

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => Script,
    };
}
