using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Bot.Knowledge.Keeping;

/// <summary>
/// Names what made an index: this very build of reader, splitter and analysers, and what they stand on. Nobody has to remember to count it up:
/// the compiler names each build of the same source by the same id, and of another by another.
/// </summary>
internal static class KeptVersion
{
    private const string Name = "version";

    public static string Current { get; } = string.Join('/',
        typeof(KeptVersion).Module.ModuleVersionId,
        typeof(Lucene.Net.Analysis.En.EnglishAnalyzer).Module.ModuleVersionId,
        Constants.LUCENE_VERSION,
        RuntimeInformation.FrameworkDescription);

    /// <summary>What goes with every commit.</summary>
    public static Dictionary<string, string> Data => new(StringComparer.Ordinal) { [Name] = Current };

    /// <summary>Whether an index was made as this process would make it.</summary>
    public static bool IsOf(IndexCommit commit) => commit.UserData.TryGetValue(Name, out var version) && version == Current;

    /// <summary>Names a file by all that its articles depend on: its bytes, its name, which gives the slug, and the settings it is read by.</summary>
    public static string KeyOf(string file, string hash, KnowledgeOptions options) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', hash, options.MaxFileBytes, options.MaxCollectionBytes, options.MaxNesting, options.DefaultLanguage, file))));
}
