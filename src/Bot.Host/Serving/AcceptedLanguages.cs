using System.Text.RegularExpressions;

namespace Bot.Host.Serving;

/// <summary>The languages a reader's side asks for, in <c>Accept-Language</c>.</summary>
internal static partial class AcceptedLanguages
{
    /// <summary>The one it likes best, a BCP 47 tag; <see langword="null"/> when it has no preference.</summary>
    public static string? First(HttpRequest request) => Of(request).FirstOrDefault();

    /// <summary>The primary subtag of the first one that can be spoken; <see langword="null"/> for none.</summary>
    public static string? Best(HttpRequest request, Func<string, bool> speaks) =>
        Of(request).Select(tag => tag.Split('-')[0].ToLowerInvariant()).FirstOrDefault(speaks);

    private static IEnumerable<string> Of(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .Where(accepted => accepted.Quality is not 0)
        .OrderByDescending(accepted => accepted.Quality ?? 1)
        .Select(accepted => accepted.Value.ToString())
        .Where(tag => Tag().IsMatch(tag));

    [GeneratedRegex("^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$", RegexOptions.NonBacktracking)]
    private static partial Regex Tag();
}
