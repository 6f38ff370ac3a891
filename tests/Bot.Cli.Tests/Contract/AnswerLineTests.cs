using System.Text.Json;
using Bot.Answering.Answers;
using Bot.Answering.Contract;
using Bot.Cli.Contract;
using Bot.Knowledge.Articles;

namespace Bot.Cli.Tests.Contract;

public sealed class AnswerLineTests
{
    [Fact]
    public void An_answer_has_every_field_of_the_contract_in_its_order()
    {
        var citation = Some.Citation();

        Assert.Equal(
            """{"id":null,"outcome":"answered","answer":"The bridge fell on Monday. [1]","short":"Monday","confidence":0.9123,"""
            + $$"""
            "citations":[{"id":"{{citation.Id}}","number":1,"article":"bridge","title":"A bridge falls","passage":"bridge#1","start":0,"end":26,"quote":"The bridge fell on Monday."}],
            """.Trim()
            + """
            "closest":[],"engine":"extractive","degraded":false,"repaired":1,"elapsed_ms":12.3}
            """.Trim(),
            ContractJson.Write(AnswerLine.Of(id: null, Some.Answered())));
    }

    [Fact]
    public void A_cited_field_has_its_name_in_place_of_a_range()
    {
        var answer = Some.Answered() with { Claims = [new Claim("c", [Citation.Of(Some.Article(), ArticleField.Published) with { Number = 1 }])] };

        var citation = Written(answer).GetProperty("citations")[0];

        Assert.Equal(JsonValueKind.Null, citation.GetProperty("start").ValueKind);
        Assert.Equal(JsonValueKind.Null, citation.GetProperty("end").ValueKind);
        Assert.Equal("published", citation.GetProperty("field").GetString());
        Assert.Equal("2024-05-14", citation.GetProperty("quote").GetString());
    }

    [Fact]
    public void A_refusal_names_what_is_closest_and_cites_nothing()
    {
        var line = Written(Some.NotStated());

        Assert.Equal("not_stated", line.GetProperty("outcome").GetString());
        Assert.Empty(line.GetProperty("citations").EnumerateArray());
        Assert.Equal(0, Assert.Single(line.GetProperty("closest").EnumerateArray()).GetProperty("number").GetInt32());
        Assert.Equal(JsonValueKind.Null, line.GetProperty("short").ValueKind);
    }

    [Theory]
    [InlineData("\"7\"")]
    [InlineData("7")]
    [InlineData("{\"a\":[1]}")]
    public void An_id_comes_back_as_it_was(string id)
    {
        using var given = JsonDocument.Parse(id);

        using var line = JsonDocument.Parse(ContractJson.Write(AnswerLine.Of(given.RootElement, Some.Answered())));

        Assert.Equal(id, line.RootElement.GetProperty("id").GetRawText());
    }

    [Fact]
    public void Other_scripts_and_curly_quotes_are_written_as_they_are_on_one_line()
    {
        var line = ContractJson.Write(AnswerLine.Of(id: null, Some.Answered("“日本語” & مرحبا\n<b> [1]")));

        Assert.Contains("“日本語” & مرحبا\\n<b> [1]", line, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', line);
    }

    private static JsonElement Written(Answer answer) => JsonDocument.Parse(ContractJson.Write(AnswerLine.Of(id: null, answer))).RootElement;
}
