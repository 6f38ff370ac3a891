using Bot.Answering.Checking;
using CsCheck;

namespace Bot.Answering.Tests.Checking;

public sealed class MarkerTests
{
    [Theory]
    [InlineData("It ended [1].", "It ended.", "1")]
    [InlineData("It ended. [1]", "It ended.", "1")]
    [InlineData("It ended.[1]", "It ended.", "1")]
    [InlineData("It ended [1, 2].", "It ended.", "1 2")]
    [InlineData("It ended [1,2].", "It ended.", "1 2")]
    [InlineData("It ended [1; 2].", "It ended.", "1 2")]
    [InlineData("It ended [1][2].", "It ended.", "1 2")]
    [InlineData("It ended [1] [2].", "It ended.", "1 2")]
    [InlineData("It ended [1-3].", "It ended.", "1 2 3")]
    [InlineData("It ended [1–3].", "It ended.", "1 2 3")]
    [InlineData("It ended [1 and 3].", "It ended.", "1 3")]
    [InlineData("It ended【1】.", "It ended.", "1")]
    [InlineData("It ended【1†source】.", "It ended.", "1")]
    [InlineData("It ended【4:0†source】.", "It ended.", "4")]
    [InlineData("It ended [^1].", "It ended.", "1")]
    [InlineData("It ended (1).", "It ended.", "1")]
    [InlineData("It ended. (1)", "It ended.", "1")]
    [InlineData("It ended (1, 2).", "It ended.", "1 2")]
    [InlineData("It ended (passage 2).", "It ended.", "2")]
    [InlineData("It ended [Source 1].", "It ended.", "1")]
    [InlineData("It ended [passage 2].", "It ended.", "2")]
    [InlineData("It ended [Passages 2, 3].", "It ended.", "2 3")]
    [InlineData("It ended [#3].", "It ended.", "3")]
    [InlineData("It ended.¹ ²", "It ended.", "1 2")]
    [InlineData("It ended¹².", "It ended.", "1 2")]
    [InlineData("[1] It ended.", "It ended.", "1")]
    [InlineData("It ended [1](https://example.org/a).", "It ended.", "1")]
    [InlineData("It ended<sup>1</sup>.", "It ended.", "1")]
    [InlineData("It ended. [1", "It ended.", "1")]
    [InlineData("**It ended** [1].", "It ended.", "1")]
    [InlineData("- It ended [1]", "It ended", "1")]
    [InlineData("It ended on Saturday [1], he said.", "It ended on Saturday, he said.", "1")]
    public void Reads_every_form_of_marker(string text, string sentence, string cited)
    {
        var read = Assert.Single(ComposedText.Read(text, 4, "en").Sentences);

        Assert.Equal(sentence, read.Text);
        Assert.Equal(cited, string.Join(' ', read.Cited));
    }

    [Theory]
    [InlineData("\"[We] seek peace,\" he said.")]
    [InlineData("\"Absent [counterterrorism] pressure,\" it said.")]
    [InlineData("\"In [2014] it fell,\" he said.")]
    [InlineData("It has parts: (1) a head and (2) a tail.")]
    [InlineData("It fell (1994).")]
    [InlineData("It fell (in 1).")]
    [InlineData("The farm has 40 km² of land.")]
    [InlineData("He wrote [sic] that.")]
    [InlineData("An open [1 bracket.")]
    public void Leaves_what_is_no_marker(string text)
    {
        var read = ComposedText.Read(text, 4, "en");

        Assert.Equal(text, Assert.Single(read.Sentences).Text);
        Assert.Empty(read.Sentences[0].Cited);
        Assert.Equal(0, read.Invented);
    }

    [Theory]
    [InlineData("It ended [5].", "", 1)]
    [InlineData("It ended [1, 7].", "1", 1)]
    [InlineData("It ended [0].", "", 1)]
    [InlineData("It ended [12][2].", "2", 1)]
    public void Drops_and_counts_invented_numbers(string text, string cited, int invented)
    {
        var read = ComposedText.Read(text, 4, "en");

        Assert.Equal("It ended.", read.Sentences[0].Text);
        Assert.Equal(cited, string.Join(' ', read.Sentences[0].Cited));
        Assert.Equal(invented, read.Invented);
    }

    [Theory]
    [InlineData("It ended. [1] They left. [2]", "1", "2")]
    [InlineData("It ended [1]. They left [2].", "1", "2")]
    [InlineData("[1] It ended. [2] They left.", "1", "2")]
    [InlineData("It ended. They left. [2]", "", "2")]
    [InlineData("It ended [1] and so on [2]. They left.", "1 2", "")]
    [InlineData("- It ended [1]\n- They left [2]", "1", "2")]
    [InlineData("It ended.\n[1]\n\nThey left.\n[2]", "1", "2")]
    [InlineData("1. It ended. [1]\n2. They left. [2]", "1", "2")]
    public void A_marker_belongs_to_its_own_sentence(string text, params string[] cited) =>
        Assert.Equal(cited, ComposedText.Read(text, 4, "en").Sentences.Select(sentence => string.Join(' ', sentence.Cited)));

    [Theory]
    [InlineData("## Summary\nIt ended. [1]")]
    [InlineData("**Summary**\n\nIt ended. [1]")]
    [InlineData("It ended. [1]\n\nSources:\n[1] An article\n[2] Another")]
    [InlineData("It ended. [1]\n\n**Sources**\n- [1]")]
    [InlineData("It ended.[^1]\n\n[^1]: An article")]
    [InlineData("> *It ended.* [1]")]
    public void Takes_off_what_a_model_dresses_its_sentences_in(string text)
    {
        var read = Assert.Single(ComposedText.Read(text, 4, "en").Sentences);

        Assert.Equal("It ended.", read.Text);
        Assert.Equal([1], read.Cited);
    }

    [Fact]
    public void How_a_stream_is_cut_makes_no_difference()
    {
        Gen.Select(RandomText.Composed, Gen.Int[1, 9].Array[0, 80]).Sample(
            (text, cuts) =>
            {
                var stream = new MarkerStream(4);
                var at = 0;
                foreach (var cut in cuts)
                {
                    var end = Math.Min(text.Length, at + cut);
                    stream.Push(text.AsSpan(at, end - at));
                    at = end;
                }

                stream.Push(text.AsSpan(at));

                var (whole, pieces) = (MarkerStream.Read(text, 4), stream.Finish());
                Assert.Equal(whole.Text, pieces.Text);
                Assert.Equal(whole.Invented, pieces.Invented);
                Assert.Equal(whole.Markers.Select(marker => (marker.At, string.Join(' ', marker.Numbers))), pieces.Markers.Select(marker => (marker.At, string.Join(' ', marker.Numbers))));
            },
            iter: 10_000);
    }

    [Fact]
    public void No_number_in_brackets_reaches_a_reader()
    {
        RandomText.Composed.Sample(
            text =>
            {
                var read = ComposedText.Read(text, 4, "en");
                Assert.All(read.Sentences, sentence =>
                {
                    Assert.DoesNotMatch(@"[\[【]\s*\d{1,3}\s*[\]】]", sentence.Text);
                    Assert.All(sentence.Cited, number => Assert.InRange(number, 1, 4));
                });
            },
            iter: 10_000);
    }
}
