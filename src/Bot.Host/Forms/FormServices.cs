using Bot.Host.Guarding;

namespace Bot.Host.Forms;

/// <summary>Registers the form that works without script.</summary>
internal static class FormServices
{
    public static IServiceCollection AddForms(this IServiceCollection services) =>
        services.AddSingleton<AskForm>().AddSingleton<AnswersAbove>().AddSingleton<FormEndpoint>();

    public static IEndpointRouteBuilder MapForms(this IEndpointRouteBuilder app)
    {
        app.MapPost(AskForm.Path, (HttpContext context, FormEndpoint endpoint) => endpoint.PostAsync(context)).WithRequestTimeout(Timed.Answer).ExcludeFromDescription();

        // Whoever reloads or bookmarks it means the page with the form.
        app.MapGet(AskForm.Path, (HttpContext context) => Results.Redirect($"{context.Request.PathBase}/#ask")).ExcludeFromDescription();
        return app;
    }
}
