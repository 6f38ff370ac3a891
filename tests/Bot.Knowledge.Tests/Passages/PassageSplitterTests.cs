using System.Globalization;
using Bot.Knowledge.Passages;

namespace Bot.Knowledge.Tests.Passages;

public sealed class PassageSplitterTests
{
    private const string Long = "The council met in the old town hall on Monday evening and spoke for more than three hours about the new bridge over the river.";

    [Fact]
    public void A_short_paragraph_is_joined_with_the_one_before_it_blank_line_included()
    {
        var passage = Assert.Single(Texts(new Draft().Paragraph(Long).Paragraph("It did not vote.")));

        Assert.Equal($"{Long}\n\nIt did not vote.", passage);
    }

    [Fact]
    public void A_short_first_paragraph_is_joined_with_the_one_after_it() =>
        Assert.Single(Texts(new Draft().Paragraph("It rained.").Paragraph(Long)));

    [Fact]
    public void Longer_paragraphs_stay_apart() => Assert.Equal([Long, Long], Texts(new Draft().Paragraph(Long).Paragraph(Long)));

    [Fact]
    public void Paragraphs_are_joined_only_up_to_a_bound()
    {
        var draft = new Draft();
        for (var index = 0; index < 30; index++)
        {
            draft.Paragraph("Nothing at all happened here on this day in the valley.");
        }

        Assert.All(Texts(draft)[..^1], text => Assert.InRange(text.Length, 500, 600));
    }

    [Fact]
    public void Paragraphs_are_never_joined_across_a_heading() =>
        Assert.Equal(["It rained.", "The bridge", "It was old."], Texts(new Draft().Paragraph("It rained.").Heading(2, "The bridge").Paragraph("It was old.")));

    [Fact]
    public void Paragraphs_are_never_joined_across_another_kind_of_block() =>
        Assert.Equal(3, Texts(new Draft().Paragraph("It rained.").List("One.").Paragraph("It was old.")).Length);

    [Theory]
    [InlineData("It rained.", "\"We must build,\" the mayor said.")]
    [InlineData("\"We must build,\" Lopez said.", "\"We must not,\" Miller said.")]
    [InlineData("Lopez said it was old.", "Miller denied it.")]
    [InlineData("“We must build.”", "“We must not.”")]
    [InlineData("\"We must build,\" Lopez said.", "It rained.")]
    public void Paragraphs_are_never_joined_across_a_change_of_speaker(string first, string second) =>
        Assert.Equal([first, second], Texts(new Draft().Paragraph(first).Paragraph(second)));

    [Fact]
    public void Paragraphs_of_one_speaker_are_joined() =>
        Assert.Single(Texts(new Draft().Paragraph("\"We must build,\" Lopez said.").Paragraph("\"Soon,\" Lopez added.")));

    [Theory]
    [InlineData("de", "„Wir bauen“, sagte Müller.", "„Niemals“, sagte Schmidt.")]
    [InlineData("fr", "« Nous construisons », a déclaré Dupont.", "Il pleuvait.")]
    [InlineData("zh", "李明说：“我们要建桥。”", "下雨了。")]
    public void Speakers_are_told_apart_in_other_languages(string language, string first, string second) =>
        Assert.Equal([first, second], Texts(new Draft(language).Paragraph(first).Paragraph(second)));

    [Fact]
    public void A_label_is_joined_with_what_it_introduces() =>
        Assert.Equal([Long, "Early life\n\nHe was born here."], Texts(new Draft().Paragraph(Long).Paragraph("Early life").Paragraph("He was born here.")));

    [Fact]
    public void A_long_paragraph_is_split_between_sentences_into_balanced_pieces()
    {
        var passages = Split(new Draft().Paragraph(string.Join(' ', Enumerable.Repeat(Long, 25))));

        Assert.Equal(3, passages.Length);
        Assert.All(passages, passage => Assert.InRange(passage.Span.Length, 900, 1200));
        Assert.All(passages, passage => Assert.EndsWith("river.", passage.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void Headings_are_passages_and_the_context_of_what_follows()
    {
        var draft = new Draft().Paragraph(Long).Heading(2, "Town").Paragraph(Long).Heading(3, "River").Paragraph(Long).Heading(2, "Land").Paragraph(Long);

        Assert.Equal([null, null, "Town", "Town", "Town › River", null, "Land"], Split(draft).Select(passage => passage.Heading));
    }

    [Fact]
    public void A_list_stays_whole_and_its_items_are_sentences()
    {
        var passage = Assert.Single(Split(new Draft().List("- apples", "- pears. Ripe ones", "- " + Long)));

        Assert.Equal(PassageKind.List, passage.Kind);
        Assert.Equal(["- apples", "- pears.", "Ripe ones", "- " + Long], Enumerable.Range(0, 4).Select(passage.Sentence));
    }

    [Fact]
    public void A_very_long_list_is_split_between_items()
    {
        var items = Enumerable.Range(1, 60).Select(number => $"{number}. {Long}").ToArray();
        var passages = Split(new Draft().List(items));

        Assert.Equal(2, passages.Length);
        Assert.Equal(items, passages.SelectMany(passage => passage.Text.Split('\n')));
    }

    [Fact]
    public void A_table_stays_whole_and_its_rows_are_sentences()
    {
        var passage = Assert.Single(Split(new Draft().Table("Town | People", "St. Ives | 11,000. Or so", "Penzance | 21,000")));

        Assert.Equal(PassageKind.Table, passage.Kind);
        Assert.Equal(["Town | People", "St. Ives | 11,000. Or so", "Penzance | 21,000"], Enumerable.Range(0, 3).Select(passage.Sentence));
    }

    [Fact]
    public void A_long_table_is_split_between_rows_that_keep_its_header()
    {
        var rows = Enumerable.Range(1, 100).Select(number => string.Create(CultureInfo.InvariantCulture, $"Town number {number} in the county | {number * 1000}"));
        var passages = Split(new Draft().Table(["Town | People", .. rows]));

        Assert.True(passages.Length > 1);
        Assert.All(passages, passage => Assert.Equal("Town | People", passage.TableHeader));
        Assert.StartsWith("Town | People\n", passages[0].Text, StringComparison.Ordinal);
        Assert.All(passages[1..], passage => Assert.StartsWith("Town number", passage.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void Captions_keep_their_credit_and_quotes_their_attribution()
    {
        var passages = Split(new Draft().Caption("A bridge. Ann Lee / AP", "Ann Lee / AP").Quote("We shall build. — Lopez", "Lopez"));

        Assert.Equal([(PassageKind.Caption, "Ann Lee / AP", null), (PassageKind.Quote, null, "Lopez")],
            passages.Select(passage => (passage.Kind, passage.Credit, passage.Attribution)));
    }

    [Fact]
    public void Each_piece_of_a_long_quote_keeps_its_attribution()
    {
        var passages = Split(new Draft().Quote(string.Join(' ', Enumerable.Repeat(Long, 12)), "Lopez"));

        Assert.Equal(["Lopez", "Lopez"], passages.Select(passage => passage.Attribution));
    }

    [Fact]
    public void An_article_without_blocks_is_split_where_blank_lines_stand()
    {
        var article = new Draft().Build() with { Text = $"\n{Long}\n \n{Long}\n" };

        Assert.Equal([Long, Long], PassageSplitter.Split(article).Select(passage => passage.Text));
    }

    [Fact]
    public void Blank_text_has_no_passages() => Assert.Empty(PassageSplitter.Split(new Draft().Build() with { Text = " \n\n\t" }));

    [Fact]
    public void Passages_are_numbered_from_one() =>
        Assert.Equal(["draft#1", "draft#2"], Split(new Draft().Paragraph(Long).Paragraph(Long)).Select(passage => passage.Id.ToString()));

    [Fact]
    public void Narrower_bounds_can_be_given() =>
        Assert.Equal(2, PassageSplitter.Split(new Draft().Paragraph("It rained. It snowed.").Build(), new PassageBounds { Prose = 12 }).Length);

    private static Passage[] Split(Draft draft) => [.. PassageSplitter.Split(draft.Build())];

    private static string[] Texts(Draft draft) => [.. Split(draft).Select(passage => passage.Text)];
}
