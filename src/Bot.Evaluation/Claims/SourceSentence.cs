using System.Collections.Immutable;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Passages;

namespace Bot.Evaluation.Claims;

/// <summary>A sentence of an article, of which claims are made.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Passages">What a claim made of it is checked against: its passage first, then those beside it.</param>
internal sealed record SourceSentence(string Text, ImmutableArray<Passage> Passages)
{
    /// <summary>The article.</summary>
    public Article Article => Passages[0].Article;

    /// <summary>Whether it answers a question of the set.</summary>
    public bool IsEvidence { get; init; }

    /// <summary>All that a check may take for support.</summary>
    public string Around => field ??= string.Join('\n', Passages.SelectMany(passage => new[] { passage.Text, passage.Heading, passage.TableHeader })
        .Append(Article.Title).OfType<string>());

    /// <summary>The other sentences of these passages.</summary>
    public IEnumerable<string> Others => Passages.SelectMany(passage => passage.Sentences.Select(span => span.In(passage.Article.Text))).Where(other => other != Text);
}
