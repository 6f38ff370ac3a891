using Bot.Answering.Facts;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Passages;

namespace Bot.Answering.Antecedents;

/// <summary>
/// Finds whom or what a sentence of an article means without naming it. It says nothing where two could be meant: a wrong name is worse than none.
/// </summary>
/// <param name="passage">The passage the sentence stands in.</param>
/// <param name="words">The words of its language.</param>
internal sealed class Antecedent(Passage passage, AntecedentWords words)
{
    private const int MostSentences = 4;
    private const int Beside = 3;
    private const int LongestName = 5;

    private readonly People _people = new(passage.Article, words);

    /// <summary>The name that is meant; <see langword="null"/> when that is not nearly certain.</summary>
    /// <param name="anaphor">What stands for it.</param>
    /// <param name="sentence">Where the sentence stands in the article's text.</param>
    public string? Of(Anaphor anaphor, TextSpan sentence) => anaphor.Gender is { } gender ? Person(gender, anaphor.IsFirst, sentence) : Named(anaphor.Head!, sentence);

    private string? Person(Gender gender, bool isFirst, TextSpan sentence)
    {
        var kind = gender == Gender.Male ? MentionKind.Male : MentionKind.Female;
        foreach (var before in Before(sentence).Take(MostSentences))
        {
            var text = new FactText(Unquoted.Of(before.In(passage.Article.Text)), passage.Article.Language);
            var mentions = MentionReader.Read(text, words, _people);
            var named = mentions.Where(mention => mention.Kind == kind).ToArray();
            var isOne = named.DistinctBy(mention => mention.Name).Count() == 1 && !TellsOfAnother(text, gender, mentions);
            if (isOne && (mentions.All(mention => mention.Kind != MentionKind.Unknown) || (isFirst && IsSubject(mentions, named[0]))))
            {
                return named[0].Name;
            }

            if (named.Length > 0 || mentions.Any(mention => mention.Kind == MentionKind.Unknown) || TellsOfAnother(text, gender, mentions))
            {
                return null;
            }
        }

        return _people.Subject is { } subject && subject.Gender == gender ? subject.Name : null;
    }

    // Who began the last sentence most often begins this one, whatever else it names.
    private static bool IsSubject(IReadOnlyList<Mention> mentions, Mention named) => mentions[0] == named && named.From <= 1;

    // "her teacher", when no name beside it says who that is.
    private bool TellsOfAnother(FactText text, Gender gender, IReadOnlyList<Mention> mentions) =>
        Enumerable.Range(0, text.Count).Any(at =>
            (text.IsAnyOf(at, words.People) || text.IsAnyOf(at, gender == Gender.Male ? words.Men : words.Women))
            && !mentions.Any(mention => TellsWhoIs(text, mention, at))
            && !Enumerable.Range(at - Beside, Beside).Any(before => text.IsAnyOf(before, words.Copulas)));

    // "teacher Ada Lind", "the teacher, Ada Lind", "Ada Lind, a teacher"
    private static bool TellsWhoIs(FactText text, Mention named, int at) =>
        (at >= named.From - 1 && at < named.To) || (at == named.From - 2 && text.Is(at + 1, ',')) || (at > named.To && at <= named.To + Beside && text.Is(named.To, ','));

    // The only name nearby that has the noun and is the only one so far; else the article's title, if no other comes between.
    private string? Named(string head, TextSpan sentence)
    {
        var near = Before(sentence).Take(MostSentences).ToArray();
        if (near.Any(span => TellsOfAny(span, head)))
        {
            return null;
        }

        string[] names = [.. near.SelectMany(span => NamesWith(head, span)).Distinct(StringComparer.OrdinalIgnoreCase)];
        var subject = IsName(passage.Article.Title, head) ? passage.Article.Title : null;
        return names.Length switch
        {
            0 => subject,
            1 when subject is null || names[0].Equals(subject, StringComparison.OrdinalIgnoreCase) =>
                SoFar(sentence).SelectMany(span => NamesWith(head, span)).All(name => name.Equals(names[0], StringComparison.OrdinalIgnoreCase)) || subject is not null ? names[0] : null,
            _ => null,
        };
    }

    private bool IsName(string title, string head) =>
        title.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 1 and <= LongestName } parts && parts.Any(part => part.Equals(head, StringComparison.OrdinalIgnoreCase))
        && parts.All(part => char.IsUpper(part[0]) || words.Small.Contains(part));

    // "another university", "universities"
    private bool TellsOfAny(TextSpan span, string head)
    {
        var text = new FactText(span.In(passage.Article.Text), passage.Article.Language);
        return Enumerable.Range(0, text.Count).Any(at => !text.IsCapital(at) && text.Tokens[at].Folded.StartsWith(head[..^1], StringComparison.Ordinal) && !text.IsAnyOf(at - 1, words.Definites));
    }

    private IEnumerable<string> NamesWith(string head, TextSpan span)
    {
        var said = span.In(passage.Article.Text);
        if (!said.Contains(head, StringComparison.OrdinalIgnoreCase))
        {
            return [];
        }

        var text = new FactText(said, passage.Article.Language);
        return FactReader.Read(text).Where(fact => fact.Kind == FactKind.Name && fact.Value.Split(' ') is { Length: > 1 } parts && parts.Contains(head))
            .Select(name => name.Span.In(said));
    }

    // Nearest first: those of the same passage, then those of the paragraph before.
    private IEnumerable<TextSpan> Before(TextSpan sentence) =>
        passage.Sentences.Where(span => span.End <= sentence.Start).Reverse().Concat(Paragraphs().TakeLast(1).SelectMany(SentencesOf).Reverse());

    private IEnumerable<TextSpan> SoFar(TextSpan sentence) =>
        Paragraphs().SelectMany(SentencesOf).Concat(passage.Sentences.Where(span => span.End <= sentence.Start));

    private IEnumerable<Block> Paragraphs() => passage.Article.Blocks.Where(block => block.Kind == BlockKind.Paragraph && block.Span.End <= passage.Span.Start);

    private IEnumerable<TextSpan> SentencesOf(Block block) => SentenceSplitter.Split(passage.Article.Text, block.Span, passage.Article.Language);
}
