using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Passages;
using Bot.Knowledge.Reading;
using Bot.Knowledge.Reading.Files;
using Bot.Knowledge.Reading.FrontMatters;
using Bot.Knowledge.Serving;
using YamlDotNet.RepresentationModel;

namespace Bot.Knowledge.Replies;

/// <summary>Reads <c>replies.yaml</c>. A reply with a problem is not given; the others are.</summary>
/// <param name="reader">Reads a reply's text, which is Markdown.</param>
internal sealed partial class ReplyFile(ArticleReader reader)
{
    private const string Example = "Write name, title, source, phrases and text, as docs/importing.md shows.";

    public ImmutableArray<FixedReply> Read(ArticleSource source, ProblemList problems, CancellationToken cancellationToken)
    {
        var replies = new Dictionary<string, FixedReply>(StringComparer.Ordinal);
        try
        {
            foreach (var entry in ReplyYaml.Entries(SourceText.Decode(source.Bytes)))
            {
                var before = problems.Count;
                var reply = Reply(entry, problems, cancellationToken);
                if (reply is not null && problems.Count == before && !replies.TryAdd(reply.Name, reply))
                {
                    problems.Add(ReplyYaml.LineOf(entry), $"There are two replies '{reply.Name}'; only the first is given.", "Rename one of the two.");
                }
            }
        }
        catch (UnreadableException error)
        {
            problems.Add(error);
        }

        return [.. replies.Values];
    }

    private FixedReply? Reply(YamlNode entry, ProblemList problems, CancellationToken cancellationToken)
    {
        var yaml = new ReplyYaml(problems);
        var line = ReplyYaml.LineOf(entry);
        var fields = yaml.Fields(entry, "The reply", Example, "name", "title", "source", "phrases", "text");
        if (fields.Count == 0)
        {
            return null;
        }

        var name = yaml.Words(fields.GetValueOrDefault("name"), line, "A reply's name", "Write one such as crisis-lines.");
        if (name is not null && !Names.IsMatch(name))
        {
            problems.Add(line, $"'{name}' is no name for a reply.", "Write lower-case letters, digits and hyphens, such as crisis-lines.");
        }

        var title = yaml.Words(fields.GetValueOrDefault("title"), line, $"The title of '{name}'", "Write what its source is called.");
        var address = yaml.Words(fields.GetValueOrDefault("source"), line, $"The source of '{name}'", "Write the https address that readers are led to.");
        if (address is not null && FrontMatterFields.Address(address) is null)
        {
            problems.Add(line, $"'{address}' is no source for '{name}'.", "Write an address that begins with https:// or http://.");
        }

        var phrases = ByLanguage(fields, "phrases", name, yaml, problems).ToDictionary(pair => pair.Language, pair => Phrases(pair.Value, name, yaml));
        var texts = ByLanguage(fields, "text", name, yaml, problems)
            .ToDictionary(pair => pair.Language, pair => yaml.Words(pair.Value, ReplyYaml.LineOf(pair.Value), $"The text of '{name}'", "Write it."));
        return name is null || title is null || FrontMatterFields.Address(address) is not { } leads || phrases.Count == 0 || texts.Count == 0 || texts.ContainsValue(null)
            ? null
            : new(
                name,
                phrases.ToImmutableSortedDictionary(StringComparer.Ordinal),
                texts.ToImmutableSortedDictionary(text => text.Key, text => Article(name, title, leads, text.Key, text.Value!, cancellationToken), StringComparer.Ordinal));
    }

    private static IEnumerable<(string Language, YamlNode Value)> ByLanguage(
        IReadOnlyDictionary<string, YamlNode> fields, string field, string? name, ReplyYaml yaml, ProblemList problems)
    {
        if (fields.GetValueOrDefault(field) is not { } node)
        {
            problems.Add(null, $"The reply '{name}' has no '{field}'.", Example);
            yield break;
        }

        foreach (var (language, value) in yaml.Fields(node, $"'{field}' of '{name}'", $"Write a language and what it says, such as en: …"))
        {
            if (FrontMatterFields.Language(language) == language)
            {
                yield return (language, value);
            }
            else
            {
                problems.Add(ReplyYaml.LineOf(value), $"'{language}' is no language of '{field}' of '{name}'.", "Write a language code such as en or de.");
            }
        }
    }

    private static ImmutableArray<string> Phrases(YamlNode node, string? name, ReplyYaml yaml) =>
        [.. (node is YamlSequenceNode list ? list.Children : [node]).Select(phrase => yaml.Words(phrase, ReplyYaml.LineOf(node), $"A phrase of '{name}'", "Write the words that call for the reply, or leave it out.")).OfType<string>()];

    private IndexedArticle Article(string name, string title, Uri source, string language, string text, CancellationToken cancellationToken)
    {
        var slug = FixedReply.SlugOf(name, language);
        var read = reader.Read(new ArticleSource("reply.md", Encoding.UTF8.GetBytes(text)), cancellationToken);
        if (read is not { Articles: [var written] })
        {
            throw new UnreadableException(null, $"The text of '{name}' cannot be read: {read.Problems[0].Message}", read.Problems[0].Cure);
        }

        var article = written with { Slug = slug, Title = title, Source = source, Language = language, Display = ArticleDisplay.Link };
        return new(article, PassageSplitter.Split(article));
    }

    [GeneratedRegex("^[a-z0-9]+(?:-[a-z0-9]+)*$")]
    private static partial Regex Names { get; }
}
