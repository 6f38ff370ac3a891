using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Bot.Answering.Lexicons;

/// <summary>Reads the lists of a lexicon's file: words or phrases parted by commas.</summary>
internal static class WordList
{
    public static IEnumerable<string> Phrases(string list) =>
        list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The words of all these lists.</summary>
    public static FrozenSet<string> Set(params IEnumerable<string> lists) =>
        lists.SelectMany(Phrases).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The phrases of lists that stand under what they mean; the first list that has a phrase tells its meaning.</summary>
    public static PhraseTable<T> Table<T>(IEnumerable<KeyValuePair<string, string>> lists, Func<string, T> meaning)
    {
        var table = new PhraseTable<T>();
        foreach (var (key, list) in lists)
        {
            AddTo(table, list, meaning(key));
        }

        return table;
    }

    /// <summary>The phrases of lists whose place says what they mean; the first list that has a phrase tells its meaning.</summary>
    public static PhraseTable<T> Table<T>(ImmutableArray<string> lists, Func<int, T> meaning)
    {
        var table = new PhraseTable<T>();
        for (var place = 0; place < lists.Length; place++)
        {
            AddTo(table, lists[place], meaning(place));
        }

        return table;
    }

    /// <summary>Adds the phrases of a list; those that are there already keep their meaning.</summary>
    public static void AddTo<T>(PhraseTable<T> table, string list, T meaning)
    {
        foreach (var phrase in Phrases(list))
        {
            table.Add(phrase, meaning);
        }
    }
}
