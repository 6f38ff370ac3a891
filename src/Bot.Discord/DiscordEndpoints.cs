using Bot.Discord.Interactions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Bot.Discord;

/// <summary>What Discord calls.</summary>
public static class DiscordEndpoints
{
    /// <summary>Maps where interactions come over HTTP, if there is a public key to tell them by.</summary>
    public static RouteGroupBuilder MapDiscord(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("");
        if (app.ServiceProvider.GetRequiredService<IOptions<DiscordOptions>>().Value.PublicKey is not null)
        {
            group.MapPost(InteractionsEndpoint.Path, (HttpContext context, InteractionsEndpoint endpoint) => endpoint.PostAsync(context))
                .WithSummary("Takes interactions of Discord.")
                .WithDescription("Signed by Discord; people and programs use /api/ask.");
        }

        return group;
    }
}
