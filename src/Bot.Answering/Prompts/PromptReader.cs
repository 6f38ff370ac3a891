using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;
using Microsoft.SemanticKernel;

namespace Bot.Answering.Prompts;

/// <summary>
/// Reads a prompt from its two files, or says what is wrong with them. A prompt is chat messages in XML whose variables the kernel escapes:
/// whatever would let text of an article or a reader become a message or a template is refused here.
/// </summary>
/// <param name="signature">What Bot gives the prompt.</param>
/// <param name="templateFile">The path of <c>skprompt.txt</c>, for problems.</param>
/// <param name="configFile">The path of <c>config.json</c>, for problems.</param>
internal sealed partial class PromptReader(PromptSignature signature, string templateFile, string configFile)
{
    private readonly List<PromptProblem> _problems = [];

    /// <summary>Reads it.</summary>
    /// <param name="template">The content of <c>skprompt.txt</c>.</param>
    /// <param name="json">The content of <c>config.json</c>.</param>
    public LoadedPrompt Read(string template, string json)
    {
        var config = ReadConfig(json);
        CheckVariables(template, config);
        CheckMessages(template);
        if (config is null || _problems.Count > 0)
        {
            return new LoadedPrompt(null, [.. _problems]);
        }

        config.Name = signature.FunctionName;
        config.Template = template;
        try
        {
            var function = KernelFunctionFactory.CreateFromPrompt(config);
            return new LoadedPrompt(new Prompt(new(signature.Name, VersionOf(template, json), template, json), function, config.DefaultExecutionSettings), []);
        }
        catch (Exception error) when (error is KernelException or ArgumentException or NotSupportedException)
        {
            return new LoadedPrompt(null,
                [new PromptProblem(templateFile, null, $"The template cannot be read: {error.Message}", "Correct it.")]);
        }
    }

    private static string VersionOf(string template, string json) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{template}\0{json}")))[..12];

    private PromptTemplateConfig? ReadConfig(string json)
    {
        try
        {
            var config = PromptTemplateConfig.FromJson(json);
            CheckConfig(config);
            return config;
        }
        catch (Exception error) when (error is JsonException or KernelException or ArgumentException or NotSupportedException)
        {
            var cause = error as JsonException ?? error.InnerException as JsonException;
            Report(configFile, (int?)cause?.LineNumber + 1, $"It is not a prompt's configuration: {(cause ?? error).Message}",
                "Correct it.");
            return null;
        }
    }

    private void CheckConfig(PromptTemplateConfig config)
    {
        if (config.TemplateFormat != PromptTemplateConfig.SemanticKernelTemplateFormat)
        {
            Report(configFile, null, $"template_format is '{config.TemplateFormat}'.",
                $"Only '{PromptTemplateConfig.SemanticKernelTemplateFormat}' is read.");
        }

        if (config.AllowDangerouslySetContent || config.InputVariables.Any(variable => variable.AllowDangerouslySetContent))
        {
            Report(configFile, null, "allow_dangerously_set_content would let articles and readers write messages of their own.",
                "Remove it.");
        }

        foreach (var name in config.InputVariables.Select(variable => variable.Name).Except(signature.Variables))
        {
            Report(configFile, null, $"The input variable '{name}' is none that Bot gives to '{signature.Name}'.",
                $"It gives {Listed(signature.Variables)}.");
        }
    }

    private void CheckVariables(string template, PromptTemplateConfig? config)
    {
        var used = new HashSet<string>();
        foreach (Match block in Block().Matches(template))
        {
            var content = block.Groups[1].Value.Trim();
            if (content is ['$', .. var name])
            {
                used.Add(name);
                if (config is not null && config.InputVariables.All(variable => variable.Name != name))
                {
                    Report(templateFile, LineOf(template, block.Index), $"'{{{{${name}}}}}' is no input variable of config.json.",
                        $"Use {Listed(signature.Variables)}.");
                }
            }
            else if (content is not ['\'' or '"', ..])
            {
                Report(templateFile, LineOf(template, block.Index), $"'{block.Value}' calls a function.",
                    "A prompt may only use variables: write {{$name}}.");
            }
        }

        if (Block().Replace(template, "").Contains("{{", StringComparison.Ordinal))
        {
            Report(templateFile, LineOf(template, template.LastIndexOf("{{", StringComparison.Ordinal)), "'{{' is never closed.",
                "Close it with '}}'.");
        }

        foreach (var name in signature.Required.Except(used))
        {
            Report(templateFile, null, $"The template lacks {{{{${name}}}}}.", "Without it the model cannot do its work: put it in.");
        }
    }

    private void CheckMessages(string template)
    {
        try
        {
            var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
            document.LoadXml($"<root>{Block().Replace(template, "x")}</root>");
            var nodes = document.DocumentElement!.ChildNodes.Cast<XmlNode>().Where(node =>
                node is not (XmlWhitespace or XmlSignificantWhitespace or XmlComment)).ToList();
            if (nodes.Count == 0 || nodes.Any(node => !IsMessage(node)))
            {
                Report(
                    templateFile, null, "Something stands outside messages, or a message has no role or tags in it.",
                    "Write all of it as <message role=\"system\">…</message> and <message role=\"user\">…</message>, with &lt; and &amp; for < and &.");
            }
        }
        catch (XmlException error)
        {
            Report(templateFile, error.LineNumber, $"Its messages cannot be read: {error.Message}",
                "Write &lt; and &amp; for < and &, and close every <message>.");
        }
    }

    private static bool IsMessage(XmlNode node) =>
        node is XmlElement { Name: "message" } message
        && message.GetAttribute("role") is "system" or "user" or "assistant" or "developer"
        && message.Attributes.Count == 1
        && !message.ChildNodes.OfType<XmlElement>().Any();

    private static int LineOf(string text, int index) => 1 + text.AsSpan(0, index).Count('\n');

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"{{{{${name}}}}}"));

    private void Report(string file, int? line, string message, string cure) =>
        _problems.Add(new PromptProblem(file, line, message, cure));

    [GeneratedRegex(@"\{\{([^{}]*)\}\}", RegexOptions.NonBacktracking)]
    private static partial Regex Block();
}
