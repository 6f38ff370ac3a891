using Bot.Answering.Answers;
using Bot.Knowledge.Articles;

namespace Bot.Answering.Checking;

/// <summary>What a claim is checked against: a sentence, and others that were needed to understand it.</summary>
/// <param name="main">The sentence that must state the claim.</param>
internal sealed class Support(Evidence main)
{
    private readonly List<Evidence> _used = [main];

    public Evidence Main { get; } = main;

    public Statement Statement => Main.Statement;

    /// <summary>The sentences needed, in the order in which they were; the main one first.</summary>
    public IReadOnlyList<Evidence> Used => _used;

    /// <summary>Whether a date was found by counting from the article's publication.</summary>
    public bool ByPublication { get; set; }

    /// <summary>The day from which the sentence's weekdays count; a caption's date is the photo's.</summary>
    public DateOnly? Published => Main.Passage.Kind == Knowledge.Passages.PassageKind.Caption
        || Main.Passage.Article.Published is not { } published
        ? null : DateOnly.FromDateTime(published.Date);

    /// <summary>The sentence, and the one that says whose words it is.</summary>
    public IEnumerable<Evidence> Statements => Main.SpokenIn is { } spoken ? [Main, spoken] : [Main];

    public void Use(Evidence evidence)
    {
        if (!_used.Contains(evidence))
        {
            _used.Add(evidence);
        }
    }

    public IEnumerable<Citation> Citations()
    {
        foreach (var evidence in _used.OrderBy(evidence => evidence != Main).ThenBy(evidence => evidence.Span.Start))
        {
            yield return Citation.Of(evidence.Passage, evidence.Span);
        }

        if (ByPublication)
        {
            yield return Citation.Of(Main.Passage.Article, ArticleField.Published);
        }
    }
}
