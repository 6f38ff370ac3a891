namespace Bot.Knowledge.Search;

/// <summary>How many sentences of a language are live, and how long they and what surrounds them are on average, in terms.</summary>
internal readonly record struct LanguageStatistics(int Sentences, double Sentence, double Window, double Paragraph, double Heading,
    double Title)
{
    /// <summary>Counts the articles of one language. Made of whole numbers only, so the order of the articles does not matter.</summary>
    public static LanguageStatistics Of(IEnumerable<IndexedSentences> articles)
    {
        long sentences = 0, terms = 0, windows = 0, runs = 0, headed = 0, headings = 0, titled = 0, titles = 0;
        foreach (var article in articles)
        {
            sentences += article.Count;
            terms += article.Terms;
            windows += article.WindowTerms;
            runs += article.Runs.Count;
            foreach (var run in article.Runs)
            {
                headed += run.HeadingLength > 0 ? 1 : 0;
                headings += run.HeadingLength;
            }

            titled++;
            titles += article.TitleLength;
        }

        return new((int)sentences, Average(terms, sentences), Average(windows, sentences), Average(terms, runs), Average(headings, headed),
            Average(titles, titled));
    }

    // No field is shorter than a word, and nothing is ever divided by zero.
    private static double Average(long sum, long count) => Math.Max(1, (double)sum / Math.Max(1, count));
}
