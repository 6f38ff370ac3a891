namespace Bot.Host.Serving;

/// <summary>
/// While Bot is being stopped each response ends its connection: proxies and clients keep none that the server would close under their next request
/// (https://www.rfc-editor.org/rfc/rfc9112#section-9.6).
/// </summary>
internal static class DrainedConnections
{
    public static IApplicationBuilder UseDrain(this IApplicationBuilder app)
    {
        var drain = app.ApplicationServices.GetRequiredService<Drain>();
        return app.Use(next => context =>
        {
            if (drain.Draining && HttpProtocol.IsHttp11(context.Request.Protocol))
            {
                context.Response.Headers.Connection = "close";
            }

            return next(context);
        });
    }
}
