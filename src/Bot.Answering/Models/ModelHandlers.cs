using Microsoft.Extensions.DependencyInjection;

namespace Bot.Answering.Models;

/// <summary>Puts something between Bot and the model's endpoint: replies that are recorded, or written by hand.</summary>
public static class ModelHandlers
{
    /// <summary>Adds a handler that is asked before the endpoint is, at every attempt. <see cref="ModelRequest.Current"/> says what for.</summary>
    /// <param name="services">Services with answering.</param>
    /// <param name="handler">Makes the handler, once.</param>
    public static IServiceCollection AddModelHandler(this IServiceCollection services, Func<IServiceProvider, DelegatingHandler> handler)
    {
        services.AddHttpClient(ModelHttp.ClientName).AddHttpMessageHandler(handler);
        return services;
    }
}
