using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Bot.Evaluation.Cases.Reading;

/// <summary>Loads a YAML file, or says where it cannot be read.</summary>
internal static class YamlFile
{
    private const int MostBytes = 4_000_000;
    private const int MostNesting = 20;

    /// <summary>The file's one document; <see langword="null"/> when it is empty, or cannot be read and <paramref name="problems"/> says why.</summary>
    public static YamlNode? Load(string path, ProblemList problems)
    {
        try
        {
            if (new FileInfo(path).Length > MostBytes)
            {
                problems.AddOfFile($"It has more than {MostBytes} bytes.", "Split it.");
                return null;
            }

            var text = System.IO.File.ReadAllText(path);
            if (TooDeep(text) is { } line)
            {
                problems.Add(line, $"It is nested more than {MostNesting} levels deep.", "Write it flatter: docs/editors.md shows the form.");
                return null;
            }

            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            return stream.Documents.Count > 0 ? stream.Documents[0].RootNode : null;
        }
        catch (YamlException error)
        {
            problems.Add((int)error.Start.Line, $"It is no YAML: {error.Message}", "Indent by two spaces, and put a value that holds ': ' or '#' into double quotes.");
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException)
        {
            // The library stumbles over some texts that are no YAML.
            problems.AddOfFile("It is no YAML.", "Indent by two spaces, and put a value that holds ': ' or '#' into double quotes.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            problems.AddOfFile($"It cannot be opened: {error.Message}", "Check that it exists and that its permissions allow reading.");
        }

        return null;
    }

    // The nodes are built by recursion: their depth is looked at first, in the parser's events.
    private static int? TooDeep(string text)
    {
        var parser = new Parser(new StringReader(text));
        var depth = 0;
        while (parser.MoveNext())
        {
            depth += parser.Current is MappingStart or SequenceStart ? 1 : parser.Current is MappingEnd or SequenceEnd ? -1 : 0;
            if (depth > MostNesting)
            {
                return (int)parser.Current!.Start.Line;
            }
        }

        return null;
    }
}
