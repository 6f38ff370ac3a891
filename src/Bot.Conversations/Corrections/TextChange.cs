using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Bot.Knowledge.Articles;

namespace Bot.Conversations.Corrections;

/// <summary>Which words of a text stand unchanged in its next version, and where.</summary>
internal sealed partial class TextChange
{
    // Past this many changed words the rest in between counts as rewritten: the search is linear in the text and quadratic in the changes.
    private const int MostChanges = 1_500;

    private readonly string _before;
    private readonly string _after;
    private readonly ImmutableArray<Run> _kept;

    private TextChange(string before, string after, ImmutableArray<Run> kept) => (_before, _after, _kept) = (before, after, kept);

    /// <summary>Compares two versions, word by word.</summary>
    public static TextChange Between(string before, string after)
    {
        var (old, now) = (Words(before), Words(after));
        var pairs = WordPairs.Of(
            [.. old.Select(word => word.In(before))],
            [.. now.Select(word => word.In(after))],
            MostChanges);
        var runs = ImmutableArray.CreateBuilder<Run>();
        foreach (var (from, to) in pairs)
        {
            if (runs.Count > 0 && runs[^1] is var last && last.Old.End == old[from].Start && last.New == now[to].Start - last.Old.Length)
            {
                runs[^1] = last with { Old = new(last.Old.Start, old[from].End) };
            }
            else
            {
                runs.Add(new(old[from], now[to].Start));
            }
        }

        return new(before, after, runs.ToImmutable());
    }

    /// <summary>The words that now stand in the place of <paramref name="span"/>; <see langword="null"/> when they are still the same.</summary>
    public string? NewWords(TextSpan span)
    {
        if (_kept.Any(run => run.Old.Contains(span)))
        {
            return null;
        }

        var words = new TextSpan(StartOf(span.Start), EndOf(span.End)).In(_after).Trim();
        return words == span.In(_before) ? null : words;
    }

    /// <summary>Whether a sentence of the old text stands in the new one word for word, wherever.</summary>
    public bool Keeps(TextSpan sentence) => _after.Contains(sentence.In(_before), StringComparison.Ordinal);

    private int StartOf(int position)
    {
        foreach (var run in _kept)
        {
            if (run.Old.Start <= position && position < run.Old.End)
            {
                return run.New + position - run.Old.Start;
            }
        }

        var before = _kept.LastOrDefault(run => run.Old.End <= position);
        return before.New + before.Old.Length;
    }

    private int EndOf(int position)
    {
        foreach (var run in _kept)
        {
            if (run.Old.Start < position && position <= run.Old.End)
            {
                return run.New + position - run.Old.Start;
            }
        }

        return _kept.Where(run => run.Old.Start >= position).Select(run => (int?)run.New).FirstOrDefault() ?? _after.Length;
    }

    private static ImmutableArray<TextSpan> Words(string text)
    {
        var words = ImmutableArray.CreateBuilder<TextSpan>();
        foreach (var word in Word().EnumerateMatches(text))
        {
            words.Add(new(word.Index, word.Index + word.Length));
        }

        return words.ToImmutable();
    }

    // Words, numbers with their separators, blanks, and every other sign on its own: together they are the whole text.
    [GeneratedRegex(@"\d+(?:[.,]\d+)*|[\p{L}\p{M}]+|\s+|.", RegexOptions.NonBacktracking | RegexOptions.Singleline)]
    private static partial Regex Word();

    /// <summary>A piece that stayed: where it stood, and where it starts now.</summary>
    private readonly record struct Run(TextSpan Old, int New);
}
