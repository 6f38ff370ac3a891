using System.Net.Http.Json;
using System.Text.Json;
using Bot.Conversations.Corrections;
using Bot.Knowledge.Serving;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Host.Tests.Asking;

/// <summary>An editor who approves what there is to correct.</summary>
internal static class Corrected
{
    public static async Task ApproveAsync(RunningHost host, string? wording)
    {
        var corrections = host.Services.GetRequiredService<AnswerCorrections>();
        using (var snapshot = host.Services.GetRequiredService<KnowledgeBase>().Acquire())
        {
            await corrections.ObserveAsync([.. snapshot.Articles.Values.Select(indexed => indexed.Article)], host.Stop);
        }

        var found = Assert.Single(await corrections.ListAsync(CorrectionState.Found, 10, host.Stop));
        Assert.True(await corrections.ApproveAsync(found.Id, wording, "an editor", host.Stop));
    }

    public static async Task<JsonElement> WaitAsync(RunningHost host, string id)
    {
        while (true)
        {
            var line = await host.Client.GetFromJsonAsync<JsonElement>($"/api/answers/{id}", host.Stop);
            if (line.TryGetProperty("corrections", out _))
            {
                return line;
            }
        }
    }
}
