using System.Globalization;

namespace Bot.Knowledge.Reading.Pages;

/// <summary>Tells names ("Jane Doe", "NICHOLAS VAN DER BERG", "Getty Images") from running words, by their capitals.</summary>
internal static class PersonName
{
    private const int MostWords = 7;
    private const int LongestWord = 30;

    public static bool IsLike(string words, PageWords pageWords)
    {
        var parts = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length is > 0 and <= MostWords
            && parts.All(part => IsNamePart(part) || pageWords.Is("particles", part))
            && parts.Any(IsNamePart);
    }

    private static bool IsNamePart(string part) =>
        part.Length <= LongestWord
        && char.IsLetter(part[0]) && !char.IsLower(part[0])
        && part.All(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '\'' or '’' or '&'
        || char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark);
}
