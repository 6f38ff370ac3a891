using Bot.Host.Articles;
using Bot.Host.Guarding;
using Bot.Host.Serving;
using Microsoft.AspNetCore.Http.Timeouts;

namespace Bot.Host.Desk;

/// <summary>Stands before the desk and its socket: who may not be there finds nothing there, or is asked for the key.</summary>
internal sealed class DeskGate(DeskAccess access, PublicAddress address)
{
    private static readonly PathString Desk = new(DeskServices.Path);
    private static readonly PathString Socket = new("/_blazor");
    private static readonly PathString Framework = new("/_framework");
    private static readonly PathString KeyForm = new(DeskServices.Path + "/key");

    public async Task PassAsync(HttpContext context, RequestDelegate next)
    {
        var path = context.Request.Path;
        if (!path.StartsWithSegments(Desk) && !path.StartsWithSegments(Socket) && !path.StartsWithSegments(Framework))
        {
            await next(context);
        }
        else if (access.Admits(context))
        {
            ContentPolicy.AllowDesk(context, address.Root);
            context.Response.Headers.CacheControl = "no-store";

            // A circuit stays open for as long as an editor has the page.
            context.Features.Get<IHttpRequestTimeoutFeature>()?.DisableTimeout();
            await next(context);
        }
        else if (access.AsksForKey && path.StartsWithSegments(Desk))
        {
            await AskForKeyAsync(context);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }

    private async Task AskForKeyAsync(HttpContext context)
    {
        var request = context.Request;
        var isTyped = HttpMethods.IsPost(request.Method) && request.Path == KeyForm && request.HasFormContentType;
        if (isTyped && access.TokenOf(await TypedAsync(context)) is { } token)
        {
            context.Response.Cookies.Append(DeskAccess.Cookie, token, new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = request.IsHttps, Path = request.PathBase + "/" });
            context.Response.Redirect(request.PathBase + Desk);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync(Form(request.PathBase, isTyped), context.RequestAborted);
    }

    private static async Task<string?> TypedAsync(HttpContext context)
    {
        try
        {
            return (await context.Request.ReadFormAsync(context.RequestAborted))["key"];
        }
        catch (Exception unreadable) when (unreadable is IOException or InvalidDataException)
        {
            // No form, or one that is longer than any key.
            return null;
        }
    }

    private static string Form(string pathBase, bool wrong) => new Html().Write(
        $"<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>The desk</title></head><body><main><h1>The desk</h1><p>{(wrong ? "That is not the key." : "")}</p><form method=\"post\" action=\"{pathBase + KeyForm}\"><label>Key (the setting Desk:Key) <input type=\"password\" name=\"key\" autocomplete=\"current-password\" required autofocus></label> <button>Enter</button></form></main></body></html>").ToString();
}
