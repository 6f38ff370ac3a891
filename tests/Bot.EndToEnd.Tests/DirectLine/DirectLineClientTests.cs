namespace Bot.EndToEnd.Tests.DirectLine;

/// <summary>Microsoft's client of Direct Line with the host.</summary>
public sealed class DirectLineClientTests(DirectLineRig rig) : IClassFixture<DirectLineRig>
{
    private const string Length = "How long is Line 1?";
    private const string Stops = "How many stops does Line 1 have?";
    private const string Ticket = "What does a day ticket cost?";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Hears_a_welcome_its_own_question_and_an_answer_with_the_cited_article(bool webSocket)
    {
        rig.Require();
        await using var client = await DirectLineRig.BeginAsync(rig.Address, webSocket);

        var asked = await client.SayAsync(Length);
        var answer = await client.AnswerAsync(asked);

        Assert.Equal(["", client.ClientId(1), ""], client.Messages.Select(heard => heard.ClientId));
        Assert.Equal([false, true, false], client.Messages.Select(heard => heard.IsMine));
        Assert.Equal(asked, client.Messages[1].Id);
        Assert.Contains("11.4 kilometres", answer.Text, StringComparison.Ordinal);
        Assert.Contains("Hallowmere's first tram line opens after nine years of building", answer.Cited);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Hears_the_answers_of_several_questions_in_their_order(bool webSocket)
    {
        rig.Require();
        await using var client = await DirectLineRig.BeginAsync(rig.Address, webSocket);

        string[] asked = [await client.SayAsync(Length), await client.SayAsync(Stops), await client.SayAsync(Ticket)];
        await client.AnswerAsync(asked[^1]);

        Assert.Equal(asked, client.Messages.Where(heard => heard.IsMine).Select(heard => heard.Id));
        Assert.Equal(asked, client.Messages.Where(heard => !heard.IsMine).Skip(1).Select(heard => heard.ReplyTo));
    }

    [Fact]
    public async Task Hears_once_what_was_said_while_its_connection_was_broken()
    {
        rig.Require();
        await using var wire = Wire.To(rig.Address);
        await using var client = await DirectLineRig.BeginAsync(wire.Address, times: 20);
        var first = await client.SayAsync(Length);
        await client.AnswerAsync(first);

        wire.Cut();
        await using var other = await DirectLineRig.ComeBackAsync(rig.Address, client.Tokens[^1], first[..first.IndexOf('|', StringComparison.Ordinal)]);
        await other.AnswerAsync(first);
        var meanwhile = await other.SayAsync(Stops);
        await other.AnswerAsync(meanwhile);
        Assert.DoesNotContain(client.Messages, heard => heard.Id == meanwhile);
        wire.Mend();
        await client.AnswerAsync(meanwhile);
        var last = await client.SayAsync(Ticket);
        await client.AnswerAsync(last);
        await other.AnswerAsync(last);

        Assert.Equal(7, client.Messages.Count);
        Assert.Equal(7, client.Messages.DistinctBy(heard => heard.Id).Count());
        Assert.Equal(other.Messages.Select(heard => heard.Id), client.Messages.Select(heard => heard.Id));
    }

    [Fact]
    public async Task Goes_on_with_a_token_that_it_was_given_meanwhile()
    {
        rig.Require();

        // The client's quarter of an hour takes a second and a half: tokens of the same second are the same.
        await using var client = await DirectLineRig.BeginAsync(rig.Address, times: 600);
        var begun = client.Tokens[^1];
        await client.UntilAsync(told => told.Tokens[^1] != begun);

        Assert.Contains("11.4 kilometres", (await client.AnswerAsync(await client.SayAsync(Length))).Text, StringComparison.Ordinal);
    }
}
