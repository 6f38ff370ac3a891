using System.Collections.Frozen;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Reading.Blocks;

namespace Bot.Knowledge.Reading.FrontMatters;

/// <summary>
/// Reads front matter. A wrong value is reported with its line, and all of them at once. Unknown fields are ignored; what other publishing systems call
/// a field counts where it has a value that can be read and the field itself is not there.
/// </summary>
internal static class FrontMatterReader
{
    private static readonly FrozenDictionary<string, string> Elsewhere = new Dictionary<string, string>
    {
        ["headline"] = "title",
        ["author"] = "byline",
        ["authors"] = "byline",
        ["date"] = "published",
        ["lastmod"] = "updated",
        ["modified"] = "updated",
        ["url"] = "source",
        ["lang"] = "language",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The article is not to be served when this adds a problem.</summary>
    /// <exception cref="UnreadableException">It is no YAML mapping.</exception>
    public static FrontMatter Read(FrontMatterBlock block, ProblemList problems, int maxNesting)
    {
        var front = FrontMatter.None;
        if (block.Yaml is null)
        {
            return front;
        }

        var lines = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var others = FrontMatter.None;
        foreach (var field in new YamlFields(block.FirstLine, maxNesting).Read(block.Yaml))
        {
            if (!lines.TryAdd(field.Name, field.Line))
            {
                problems.Add(field.Line, $"The field '{field.Name}' stands here and on line {lines[field.Name]}.",
                    "Delete one of the two.");
            }
            else
            {
                front = With(front, field, problems);
                others = Other(others, field);
            }
        }

        return front.Or(others);
    }

    private static FrontMatter Other(FrontMatter others, YamlField field)
    {
        if (field.Name.Equals("draft", StringComparison.OrdinalIgnoreCase))
        {
            return field.Values is [var isDraft] && bool.TryParse(isDraft, out var draft) && draft ? others with { Status = ArticleStatus.Draft } : others;
        }

        return Elsewhere.TryGetValue(field.Name, out var name) ? With(others, field with { Name = name }, new ProblemList("")) : others;
    }

    private static FrontMatter With(FrontMatter front, YamlField field, ProblemList problems)
    {
        return field.Name.ToLowerInvariant() switch
        {
            "title" => front with { Title = One(Characters.OneLine) },
            "byline" => front with { Byline = Characters.OneLine(string.Join(", ", field.Values)) },
            "published" => front with { Published = Date() },
            "updated" => front with { Updated = Date() },
            "publish_at" => front with { PublishAt = Date() },
            "source" => front with
            {
                Source = Checked(FrontMatterFields.Address,
                "Write an address that begins with https:// or http://.")
            },
            "language" => front with { Language = Checked(FrontMatterFields.Language, "Write a language code such as en, de or pt-BR.") },
            "tags" => front with { Tags = [.. Tags()] },
            "status" => front with { Status = OneOf<ArticleStatus>() },
            "display" => front with { Display = OneOf<ArticleDisplay>() },
            _ => front,
        };

        T? One<T>(Func<string?, T?> read)
        {
            if (field.Values.Length > 1 || field.IsNested)
            {
                problems.Add(field.Line, $"The field '{field.Name}' has more than one value.", "Give it a single one.");
                return default;
            }

            return field.Values.IsEmpty ? default : read(field.Values[0]);
        }

        T? Checked<T>(Func<string?, T?> read, string cure) => One(value =>
        {
            var result = read(value);
            if (result is null)
            {
                problems.Add(field.Line, $"'{value}' is no value for '{field.Name}'.", cure);
            }

            return result;
        });

        DateTimeOffset? Date() => Checked(FrontMatterFields.Date, "Write 2019-03-23 or 2019-03-23T14:05:00Z.");

        T? OneOf<T>() where T : struct, Enum => Checked(
            value => Enum.GetValues<T>().Select(known => (T?)known).FirstOrDefault(known => Same(known.ToString(), value)),
            $"Write one of {string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant()}.");

        static bool Same(string? name, string? value) => string.Equals(name, value?.Trim(), StringComparison.OrdinalIgnoreCase);

        IEnumerable<string> Tags()
        {
            if (field.IsNested)
            {
                problems.Add(field.Line, "The tags are not a plain list.", "Write tags: [first, second].");
            }

            return field.Values
                .SelectMany(value => field.Values.Length == 1 ? value.Split(',') : [value])
                .Select(Characters.OneLine).OfType<string>().Distinct(StringComparer.Ordinal);
        }
    }
}
