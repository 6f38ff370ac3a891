using Bot.Knowledge.Articles;

namespace Bot.Knowledge.Tests.Reading;

public class PlainTextFormatTests
{
    private const string Long = "The council of Hallowmere voted on Tuesday to close the old bridge to lorries for at least two years.";

    [Fact]
    public void A_copied_page_comes_out_clean()
    {
        var article = Reading.Article("bridge.txt", $"""
            Skip to main content
            We use cookies to improve your visit. Manage cookies
            World News

            Bridge closes to lorries, council says

            Share
            Facebook Twitter Email Copy link
            By Mara Lind and Tom de Vries
            Published: March 5, 2024 at 9:12 a.m. GMT / Updated March 6, 2024
            4 min read

            The decision ends a long dispute
            {Long}
            Advertisement
            Image: Old bridge
            Lorries queue at the old bridge in Hallowmere on February 2, 2023.Jane Doe / Reuters

            "It is a sad day," said Mayor Daniel Osei.
            Read more: Ten bridges that fell down
            Sign up for our newsletter
            Nobody was hurt.
            12 comments
            Copyright 2024 The Hallowmere Post. All rights reserved.
            """);

        Assert.Equal("Bridge closes to lorries, council says", article.Title);
        Assert.Equal("Mara Lind and Tom de Vries", article.Byline);
        Assert.Equal(new DateTimeOffset(2024, 3, 5, 9, 12, 0, TimeSpan.Zero), article.Published);
        Assert.Equal(new DateTimeOffset(2024, 3, 6, 0, 0, 0, TimeSpan.Zero), article.Updated);
        Assert.Equal(
            ["The decision ends a long dispute", Long, "Lorries queue at the old bridge in Hallowmere on February 2, 2023.", "\"It is a sad day,\" said Mayor Daniel Osei.", "Nobody was hurt."],
            article.Words());
        var caption = Assert.Single(article.Blocks, block => block.Kind == BlockKind.Caption);
        Assert.Equal("Jane Doe / Reuters", caption.Credit);
    }

    [Fact]
    public void A_German_page_comes_out_clean()
    {
        var article = Reading.Article("bad.txt", """
            Zum Inhalt springen
            Startseite
            Freibad öffnet wieder
            Von Katrin Vollmer
            Samstag, 6. Juni 2026
            Teilen
            Nach drei Sommern ohne Schwimmbad hat die Gemeinde am Samstag ihr Freibad eröffnet.
            Anzeige
            Kinder springen ins neue Becken. (Foto: Uwe Haidl/dpa)
            Lesen Sie auch: Was das Bad gekostet hat
            Stand heute kostet der Eintritt vier Euro.
            Alle Rechte vorbehalten.
            """);

        Assert.Equal(("Freibad öffnet wieder", "Katrin Vollmer"), (article.Title, article.Byline));
        Assert.Equal(new DateTimeOffset(2026, 6, 6, 0, 0, 0, TimeSpan.Zero), article.Published);
        Assert.Equal(
            ["Nach drei Sommern ohne Schwimmbad hat die Gemeinde am Samstag ihr Freibad eröffnet.", "Kinder springen ins neue Becken.", "Stand heute kostet der Eintritt vier Euro."],
            article.Words());
        Assert.Equal("Uwe Haidl/dpa", article.Blocks[1].Credit);
    }

    [Fact]
    public void The_date_of_a_photo_is_never_that_of_the_article()
    {
        var article = Reading.Article("a.txt", $"Headline\n\n{Long}\n\nThe bridge on March 22, 2019. Jane Doe / AP\n\nOn March 23, 2019, it closed.");

        Assert.Null(article.Published);
        Assert.Equal(["The bridge on March 22, 2019."], article.Words(BlockKind.Caption));
    }

    [Theory]
    [InlineData("Share prices fell by 4 percent on Monday.")]
    [InlineData("Search and rescue teams went on through the night.")]
    [InlineData("By Saturday the water had reached the station.")]
    [InlineData("Advertisements for the tram were printed in March.")]
    [InlineData("Comments by the mayor angered the shopkeepers.")]
    [InlineData("Image problems have followed the company since 2019.")]
    [InlineData("Photos, videos and letters are shown in the hall.")]
    [InlineData("Related proceedings were dropped, the court said. Reuters")]
    [InlineData("He told the BBC.")]
    [InlineData("Updated rules apply from May 3, 2021.")]
    [InlineData("It moved to the U.S. Army / AP said so")]
    [InlineData("\"Print is not dead,\" said Jane Doe, the editor of Local News.")]
    [InlineData("March 5, 2024, was the coldest day.")]
    [InlineData("Yes.")]
    public void An_ordinary_paragraph_is_kept_word_for_word(string paragraph)
    {
        var article = Reading.Article("a.txt", $"Headline of the day\n\n{Long}\n\n{paragraph}\n\n{Long}");

        Assert.Equal([Long, paragraph, Long], article.Words());
        Assert.All(article.Blocks, block => Assert.Equal(BlockKind.Paragraph, block.Kind));
    }

    [Fact]
    public void Lines_wrapped_at_a_width_are_joined_again()
    {
        var article = Reading.Article("a.txt", """
            Headline of the wrapped text

            The council of Hallowmere voted on Tuesday to close the old
            bridge to lorries for at least two years. Its engineer had
            found cracks in four of the eleven arches, some of them as
            deep as a hand.

            The bridge was built in 1874. It carries 9,000 cars a day and,
            until Tuesday, some 600 lorries on their way to the docks at
            Saltby.
            A new bridge is to be built beside it.
            """);

        Assert.Equal("Headline of the wrapped text", article.Title);
        Assert.Equal(
            [
                "The council of Hallowmere voted on Tuesday to close the old bridge to lorries for at least two years. Its engineer had found cracks in four of the eleven arches, some of them as deep as a hand.",
                "The bridge was built in 1874. It carries 9,000 cars a day and, until Tuesday, some 600 lorries on their way to the docks at Saltby.",
                "A new bridge is to be built beside it.",
            ],
            article.Words());
    }

    [Fact]
    public void Otherwise_a_line_break_starts_a_new_block()
    {
        var article = Reading.Article("a.txt", $"Headline\n{Long}\nIt was cold.\n{Long} {Long}\nIt snowed.");

        Assert.Equal([Long, "It was cold.", $"{Long} {Long}", "It snowed."], article.Words());
    }

    [Fact]
    public void A_headline_that_ends_a_sentence_is_text()
    {
        var article = Reading.Article("old-bridge-closes.txt", $"{Long}\n\nIt was cold.");

        Assert.Equal("Old bridge closes", article.Title);
        Assert.Equal([Long, "It was cold."], article.Words());
    }

    [Fact]
    public void Front_matter_goes_before_what_the_page_says()
    {
        var article = Reading.Article("a.txt", $"---\ntitle: The title\npublished: 2020-01-02\nlanguage: de\n---\nThe title\nBy Jane Doe\nMarch 5, 2024\n\n{Long}");

        Assert.Equal(("The title", "Jane Doe", "de"), (article.Title, article.Byline, article.Language));
        Assert.Equal(2020, article.Published?.Year);
        Assert.Equal([Long], article.Words());
    }

    [Fact]
    public void Lists_and_subheads_are_told_apart_from_paragraphs()
    {
        var article = Reading.Article("a.txt", $"Headline\n\n{Long}\n\nWhat happens next\n\n{Long}\n\n- one bus an hour\n- no lorries\n\n{Long}");

        Assert.Equal([BlockKind.Paragraph, BlockKind.Heading, BlockKind.Paragraph, BlockKind.List, BlockKind.Paragraph], article.Blocks.Select(block => block.Kind));
        Assert.Equal(["one bus an hour", "no lorries"], article.Parts(article.Blocks[3]));
    }

    [Theory]
    [InlineData("Image caption, The bridge on Tuesday", "The bridge on Tuesday", null)]
    [InlineData("Caption: The bridge on Tuesday. Photo: Jane Doe", "The bridge on Tuesday.", "Jane Doe")]
    [InlineData("Photo: The bridge on Tuesday.", "The bridge on Tuesday.", null)]
    [InlineData("The bridge on Tuesday\nJane Doe / AFP via Getty Images", "The bridge on Tuesday", "Jane Doe / AFP via Getty Images")]
    [InlineData("Image: bridge\nThe bridge on Tuesday", "The bridge on Tuesday", null)]
    [InlineData("The bridge on Tuesday. Photograph: J. K. Doe/Getty Images", "The bridge on Tuesday.", "J. K. Doe/Getty Images")]
    [InlineData("The bridge on Tuesday. (AP Photo/Jane Doe, File)", "The bridge on Tuesday.", "AP Photo/Jane Doe, File")]
    [InlineData("The bridge on Tuesday © Jane Doe", "The bridge on Tuesday", "Jane Doe")]
    public void Captions_are_told_from_their_credits(string lines, string caption, string? credit)
    {
        var article = Reading.Article("a.txt", $"Headline\n\n{Long}\n\n{lines}\n\n{Long}");

        Assert.Equal([Long, caption, Long], article.Words());
        Assert.Equal((BlockKind.Caption, credit), (article.Blocks[1].Kind, article.Blocks[1].Credit));
    }

    [Fact]
    public void A_page_of_nothing_but_furniture_has_no_text()
    {
        Assert.Equal("It has no text.", Reading.Problem("a.txt", "Share\nTweet\nAdvertisement\n").Message);
    }
}
