namespace Bot.EndToEnd.Tests.WebChat;

/// <summary>Bot with a model in Microsoft's Web Chat, in a real browser.</summary>
[Collection(nameof(WebChatRig))]
public sealed class ModelTests(WebChatRig rig)
{
    [Fact]
    public async Task Says_what_it_is_doing_and_puts_the_answer_in_its_place_below_the_question()
    {
        await using var page = await rig.ModelPageAsync();
        await page.OpenAsync();
        rig.Model.Hold();

        int doing;
        try
        {
            await page.SayAsync("How long is Line 1?", "Looking in");
            doing = await page.Messages.CountAsync();
            await page.PictureAsync("stream");
        }
        finally
        {
            rig.Model.Release();
        }

        await page.HearAsync("11.4 kilometres");

        Assert.Equal(3, doing);
        Assert.Equal(3, await page.Messages.CountAsync());
        Assert.Contains("You said:", await page.Messages.Nth(1).InnerTextAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("Looking in", await page.Last.InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_that_a_model_wrote_it_and_never_that_it_is_quoted()
    {
        await using var page = await rig.ModelPageAsync();
        await page.OpenAsync();
        await page.SayAsync("How long is Line 1?", "11.4 kilometres");

        Assert.Contains("An AI wrote this from the sources; check them.", await page.Last.InnerTextAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("Quoted from", await page.Last.InnerTextAsync(), StringComparison.Ordinal);
        await page.PictureAsync("model");
    }
}
