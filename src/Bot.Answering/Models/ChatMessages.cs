using System.Xml.Linq;

namespace Bot.Answering.Models;

/// <summary>Shows a rendered prompt as the messages the model gets.</summary>
internal static class ChatMessages
{
    /// <summary>Each message under its role, without the escapes of the XML that carries them.</summary>
    public static string Readable(string renderedPrompt) => string.Join(
        "\n\n",
        XElement.Parse($"<root>{renderedPrompt}</root>", LoadOptions.PreserveWhitespace).Elements()
            .Select(message => $"[{message.Attribute("role")?.Value}]\n{message.Value.Trim()}"));
}
