using Bot.Knowledge.Passages;

namespace Bot.Knowledge.Tests.Passages;

/// <summary>A real news article, which lies beside the repository where there is one.</summary>
public sealed class NewsArticleTests
{
    [Theory]
    [InlineData("The U.S. believes ", " is in Iraq.")]
    [InlineData("He stood at the pulpit ", " over all Muslims.")]
    [InlineData("\"We have won against", " ISIS.")]
    [InlineData("\"We have taken back", " come back home.\"")]
    [InlineData("In the recent letter ", " never returns.\"")]
    [InlineData("A senior U.S. diplomat ", " extremist group.")]
    public void Its_sentences_are_found(string start, string end)
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "Bot.sln")))
        {
            root = Path.GetDirectoryName(root) ?? throw new InvalidOperationException($"No Bot.sln above {AppContext.BaseDirectory}.");
        }

        var file = Path.Combine(root, "..", "shared", "seed", "isis-defeated.txt");
        Assert.SkipUnless(File.Exists(file), $"No article at {file}.");
        var text = File.ReadAllText(file).ReplaceLineEndings("\n");

        Assert.Contains(
            SentenceSplitter.Split(text, new(0, text.Length), "en").Select(sentence => sentence.In(text)),
            sentence => sentence.StartsWith(start, StringComparison.Ordinal) && sentence.EndsWith(end, StringComparison.Ordinal));
    }
}
