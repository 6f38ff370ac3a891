using System.Text.Json;
using Bot.Discord.Rendering;
using Bot.Discord.Tests.Peers;
using CsCheck;

namespace Bot.Discord.Tests.Rendering;

/// <summary>What a parser of Discord's markdown by others sees in our messages.</summary>
public sealed class IndependentParserTests
{
    // Bold, small words and bullets are ours.
    private static readonly string[] Ours = ["text", "br", "newline", "strong", "small", "list", "link"];

    private static readonly (string Alive, string Kind)[] Alive =
    [
        ("**x**", "strong"), ("*x*", "em"), ("__x__", "u"), ("~~x~~", "strike"), ("`x`", "inlineCode"), ("||x||", "spoiler"), ("# x", "heading"), ("-# x", "small"),
        ("- x", "list"), ("1. x", "list"), ("> x", "blockQuote"), ("```\nx\n```", "codeBlock"), ("https://evil.example", "url"), ("<https://evil.example>", "autolink"), ("[x](https://evil.example)", "link"),
        ("<@1>", "discordUser"), ("<@&1>", "discordRole"), ("<#1>", "discordChannel"), ("@everyone", "discordEveryone"), ("@here", "discordHere"), ("<:x:1>", "discordEmoji"), ("</ask:1>", "discordCommand"),
    ];

    [Fact]
    public async Task Finds_our_words_and_links_and_nothing_else_in_random_answers()
    {
        await using var peer = await NodePeer.StartAsync("markdown.js");
        await RandomAnswers.All.SampleAsync(
            async answer =>
            {
                foreach (var message in AnswerMessages.Of(answer, Some.Links, Some.Turn, 0, isPrivate: false))
                {
                    await CheckAsync(peer, message.Content);
                }
            },
            iter: 1_000,
            threads: 1);
    }

    [Fact]
    public async Task Finds_alive_what_is_not_escaped_and_only_text_when_it_is()
    {
        await using var peer = await NodePeer.StartAsync("markdown.js");
        foreach (var (alive, kind) in Alive)
        {
            Assert.Contains(kind, (await ReadAsync(peer, alive)).Types);
            var escaped = await ReadAsync(peer, DiscordText.Of(alive));
            Assert.Equal(["text"], escaped.Types);
            Assert.Equal(ShownText.Comparable(alive), ShownText.Comparable(escaped.Text));
        }
    }

    [Fact]
    public async Task A_marker_begins_no_link_that_the_text_ends()
    {
        await using var peer = await NodePeer.StartAsync("markdown.js");
        await CheckAsync(peer, AnswerMessages.Of(Some.Answered() with { Claims = [.. Some.Answered().Claims, new("x](<https://evil.example>)", Some.Answered().Claims[0].Citations)] }, Some.Links, Some.Turn, 0, isPrivate: false)[0].Content);
    }

    private static async Task CheckAsync(NodePeer peer, string content)
    {
        var seen = await ReadAsync(peer, content);
        var strictly = new ShownText();
        strictly.Read(content);
        Assert.Subset(Ours.ToHashSet(), seen.Types.ToHashSet());
        Assert.Equal(strictly.Addresses, seen.Targets);
        Assert.Equal(strictly.Words, ShownText.Comparable(seen.Text));
    }

    private static async Task<Seen> ReadAsync(NodePeer peer, string content)
    {
        await peer.Input.WriteLineAsync(JsonSerializer.Serialize(content));
        await peer.Input.FlushAsync();
        return JsonSerializer.Deserialize<Seen>(await peer.LineAsync(), JsonSerializerOptions.Web)!;
    }

    private sealed record Seen(string Text, string[] Types, string[] Targets);
}
