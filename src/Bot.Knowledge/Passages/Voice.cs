using System.Buffers;
using Bot.Knowledge.Articles;

namespace Bot.Knowledge.Passages;

/// <summary>Who speaks in a paragraph.</summary>
/// <param name="Speaks">Whether anybody but the author does: it quotes or attributes speech.</param>
/// <param name="Speaker">Who, when that is plain from one name beside a verb of speech.</param>
internal readonly record struct Voice(bool Speaks, string? Speaker)
{
    private static readonly SearchValues<char> QuoteMarks = SearchValues.Create("\"“”„«»‹›「『＂");

    /// <summary>Whether two paragraphs surely have one voice.</summary>
    public bool Matches(Voice other) => Speaks == other.Speaks && (!Speaks || (Speaker is not null && Speaker == other.Speaker));

    /// <summary>Listens to a paragraph.</summary>
    public static Voice Of(string text, TextSpan paragraph, SentenceLanguage language)
    {
        var speaks = paragraph.Over(text).ContainsAny(QuoteMarks);
        var speakers = new HashSet<string>();
        TextSpan before = default;
        var lastVerb = false;
        foreach (var word in Words(text, paragraph))
        {
            if (lastVerb)
            {
                AddName(word);
            }

            lastVerb = language.IsSpeechVerb(word.Over(text));
            if (lastVerb)
            {
                speaks = true;
                AddName(before);
            }

            before = word;
        }

        return new(speaks, speakers.Count == 1 ? speakers.Single() : null);

        void AddName(TextSpan word)
        {
            if (word.Length > 1 && char.IsUpper(text[word.Start]) && !language.IsStarter(word.Over(text)))
            {
                speakers.Add(word.In(text));
            }
        }
    }

    private static IEnumerable<TextSpan> Words(string text, TextSpan paragraph)
    {
        for (var at = paragraph.Start; at < paragraph.End; at++)
        {
            var start = at;
            while (at < paragraph.End && (char.IsLetter(text[at]) || text[at] is '-' or '\'' or '’'))
            {
                at++;
            }

            if (at > start)
            {
                yield return new(start, at);
            }
        }
    }
}
