using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Analysis.Util;
using Lucene.Net.Util;

namespace Bot.Knowledge.Languages;

/// <summary>
/// Makes English words plain before they are stemmed, and leaves out function words. A word all in capitals is a name, never a
/// function word: "US" and "WHO" stay.
/// </summary>
internal sealed class EnglishWordFilter : FilteringTokenFilter
{
    private static readonly HashSet<string> FunctionWords = new(
        (
            "a an the and or but if then than so as at by for from in into of off on onto out over to up with without about between during " +
            "after before above below under again through until while not no nor only own same too very just " +
            "i me my mine you your yours he him his she her hers it its we our ours they them their theirs this that these those there here " +
            "is am are was were be been being do does did doing done has have had having can could would should shall will might must " +
            "who whom whose which what when where why how s t don such both each few more most other some any all because")
        .Split(' '),
        StringComparer.Ordinal);

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> FunctionWordsBySpan =
        FunctionWords.GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly ICharTermAttribute _term;

    public EnglishWordFilter(TokenStream input)
        : base(LuceneVersion.LUCENE_48, input) => _term = AddAttribute<ICharTermAttribute>();

    protected override bool Accept()
    {
        var word = _term.Buffer.AsSpan(0, _term.Length);
        _term.SetLength(WithoutSeparators(word));
        word = word[.._term.Length];
        var name = word.Length > 1 && !word.ContainsAnyExceptInRange('A', 'Z');
        for (var at = 0; at < word.Length; at++)
        {
            word[at] = char.ToLowerInvariant(word[at]);
        }

        if (name && word is "us")
        {
            // The stem of "use" is "us" too.
            _term.Append('a');
        }

        return name || !FunctionWordsBySpan.Contains(word);
    }

    /// <summary>Closes up "U.S" and "30,000" in place; the tokenizer has dropped an outer dot already.</summary>
    private static int WithoutSeparators(Span<char> word)
    {
        if (!word.ContainsAny('.', ','))
        {
            return word.Length;
        }

        var acronym = IsAcronym(word);
        var length = 0;
        foreach (var character in word)
        {
            if (!(character == ',' || (acronym && character == '.')))
            {
                word[length++] = character;
            }
        }

        return length;
    }

    private static bool IsAcronym(ReadOnlySpan<char> word)
    {
        for (var at = 0; at < word.Length; at++)
        {
            if (at % 2 == 0 ? !char.IsLetter(word[at]) : word[at] != '.')
            {
                return false;
            }
        }

        return true;
    }
}
