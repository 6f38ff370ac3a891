using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Bot.Host.Settings;

/// <summary>What the code says of itself, in the file that the compiler writes beside an assembly.</summary>
internal sealed partial class CodeDocuments(Assembly assembly)
{
    private readonly Dictionary<string, XElement> _members = XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml"))
        .Descendants("member")
        .ToDictionary(member => (string)member.Attribute("name")!, StringComparer.Ordinal);

    /// <summary>The summary of a property, as Markdown on one line.</summary>
    public string Of(PropertyInfo property) =>
        _members.TryGetValue($"P:{property.DeclaringType!.FullName}.{property.Name}", out var member) && member.Element("summary") is { } summary
            ? Blanks().Replace(string.Concat(summary.Nodes().Select(Markdown)), " ").Trim().Replace("|", "\\|", StringComparison.Ordinal)
            : throw new InvalidOperationException($"{property.DeclaringType.FullName}.{property.Name} has no summary: write what the setting is for.");

    private static string Markdown(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "see" } reference => $"`{(string?)reference.Attribute("langword") ?? ((string)reference.Attribute("cref")!).Split('.')[^1]}`",
        XElement { Name.LocalName: "c" } words => $"`{words.Value}`",
        XElement other => other.Value,
        _ => "",
    };

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Blanks();
}
