using Bot.Knowledge.Articles;

namespace Bot.Knowledge.Search;

/// <summary>What the index keeps of one version of an article beside the postings: where its sentences lie and how long they are.</summary>
/// <param name="number">Names this version of the article in the index; never used twice.</param>
/// <param name="article">The article.</param>
/// <param name="titleLength">How many terms its title has.</param>
/// <param name="runs">Its passages' sentences, headings left out, in order.</param>
/// <param name="lengths">How many terms each sentence has.</param>
internal sealed class IndexedSentences(int number, Article article, int titleLength, PassageRun[] runs, int[] lengths)
{
    private readonly int[] _runOf = RunOf(runs, lengths.Length);

    public int Number => number;

    public Article Article => article;

    public int Count => lengths.Length;

    public int TitleLength => titleLength;

    public IReadOnlyList<PassageRun> Runs => runs;

    public long Terms { get; } = lengths.Sum(length => (long)length);

    public long WindowTerms
    {
        get
        {
            var sum = 0L;
            for (var sentence = 0; sentence < lengths.Length; sentence++)
            {
                sum += WindowLength(sentence);
            }

            return sum;
        }
    }

    public int Length(int sentence) => lengths[sentence];

    public ref readonly PassageRun Run(int sentence) => ref runs[_runOf[sentence]];

    /// <summary>Whether the sentence and the one before are neighbours of one flow of text.</summary>
    public bool ReadsOn(int sentence)
    {
        if (sentence <= 0 || sentence >= lengths.Length)
        {
            return false;
        }

        ref readonly var run = ref Run(sentence);
        return run.First < sentence || run.Continues;
    }

    /// <summary>How many terms the sentence has together with its neighbours.</summary>
    public int WindowLength(int sentence) =>
        lengths[sentence] + (ReadsOn(sentence) ? lengths[sentence - 1] : 0) + (ReadsOn(sentence + 1) ? lengths[sentence + 1] : 0);

    private static int[] RunOf(PassageRun[] runs, int sentences)
    {
        var runOf = new int[sentences];
        for (var run = 0; run < runs.Length; run++)
        {
            var end = run + 1 < runs.Length ? runs[run + 1].First : sentences;
            Array.Fill(runOf, run, runs[run].First, end - runs[run].First);
        }

        return runOf;
    }
}
