namespace Bot.Knowledge.Languages;

/// <summary>Tells languages of the Latin script apart by their commonest words; a word several of them share counts in parts.</summary>
internal static class LatinLanguages
{
    // Less than one word of its own, or a runner-up more than half as likely, is no evidence.
    private const double Enough = 1;
    private const double Lead = 2;
    private const int MaxWord = 16;

    private static readonly string[] Languages = ["en", "de", "es", "fr", "it", "pt", "nl", "sv", "pl", "tr", "id", "ro"];

    private static readonly string[] Words =
    [
        "the of and to in is was were are for that with as by on from at it this be has have had not but which who what when where why how did does do many much will would their they he she his her its there been can about",
        "der die das und ist in den von zu mit sich des auf für nicht ein eine einer eines einem einen als auch es an werden aus er hat dass sie nach wird bei war waren wer was wann wo warum wie wieso weshalb welche welcher welches wurde wurden haben gibt sagte über viele",
        "el la los las de que y en un una es se del al por con para como más su sus fue eran era no lo le qué quién quiénes cuándo dónde cómo cuál cuáles cuánto cuántos cuántas cuanto cuantos cuantas quien cuando donde son está este esta ha han dijo sobre pero",
        "le la les de des du et est un une dans que qui en pour par sur au aux avec ce cette ces il elle ils elles sont a été était ont pas ne se plus son sa ses où quand comment pourquoi quel quelle quels quelles combien quoi dit selon mais",
        "il lo la i gli le di del della dei delle e è un una che in per con non da dal dalla si sono al alla nel nella come chi cosa quando dove perché quale quali quanti quante quanto ha hanno stato stata era erano anche più ma ed",
        "o a os as de do da dos das e é um uma que em no na nos nas por para com não se foi ao aos pelo pela como mais quem quando onde qual quais quanto quantos quantas porque são está foram tem ele ela seu sua mas isso",
        "de het een en van in is dat op te zijn met voor niet aan er om ook als bij door naar uit wordt werd werden was waren heeft hebben wie wat waar wanneer waarom hoe hoeveel welke deze dit maar nog over zich hij zij",
        "och att det som en ett är av för på med den till inte var har de om vad vem när varför hur hade från men eller också",
        "i w z na do nie to się że jest o jak co kto kiedy gdzie dlaczego ile przez po od za dla był była były są ale oraz który która które",
        "ve bir bu da de için ile ne kim nerede neden nasıl kaç hangi mı mi mu mü olarak daha çok gibi değil olan oldu var en",
        "yang dan di dari ini itu untuk dengan pada adalah tidak dalam akan apa siapa kapan dimana mana mengapa bagaimana berapa oleh juga ke sebagai telah",
        "și şi de la în a cu este nu pe un o care din ce cine când unde cum câți câte pentru sunt era au mai fost sau dar",
    ];

    private static readonly (string Letters, int Language)[] OwnLetters =
        [("ß", 1), ("ñ¿¡", 2), ("œ", 3), ("ãõ", 5), ("łąęźż", 8), ("ğış", 9), ("țșă", 11)];

    private static readonly Dictionary<string, int[]> LanguagesOfWord = Languages
        .SelectMany((_, language) => Words[language].Split(' ').Distinct().Select(word => (word, language)))
        .GroupBy(pair => pair.word, pair => pair.language, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> BySpan =
        LanguagesOfWord.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The language of a text in the Latin script; <see langword="null"/> when unsure.</summary>
    public static string? Guess(ReadOnlySpan<char> text)
    {
        Span<double> evidence = stackalloc double[Languages.Length];
        evidence.Clear();
        for (var start = 0; start < text.Length; start++)
        {
            var end = start;
            while (end < text.Length && char.IsLetter(text[end]))
            {
                end++;
            }

            if (end > start && end - start <= MaxWord && BySpan.TryGetValue(text[start..end], out var languages))
            {
                foreach (var language in languages)
                {
                    evidence[language] += 1.0 / languages.Length;
                }
            }

            start = end;
        }

        foreach (var (letters, language) in OwnLetters)
        {
            evidence[language] += text.ContainsAny(letters) ? 1 : 0;
        }

        return Surest(evidence);
    }

    private static string? Surest(ReadOnlySpan<double> evidence)
    {
        var best = 0;
        for (var language = 1; language < evidence.Length; language++)
        {
            best = evidence[language] > evidence[best] ? language : best;
        }

        for (var language = 0; language < evidence.Length; language++)
        {
            if (language != best && evidence[language] * Lead > evidence[best])
            {
                return null;
            }
        }

        return evidence[best] >= Enough ? Languages[best] : null;
    }
}
