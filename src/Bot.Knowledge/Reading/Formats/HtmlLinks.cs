using AngleSharp.Html.Dom;

namespace Bot.Knowledge.Reading.Formats;

/// <summary>Links of a page that was got from an address, made absolute; those to a place on the page itself stay.</summary>
internal static class HtmlLinks
{
    public static void Resolve(IHtmlDocument page, Uri address)
    {
        var given = page.QuerySelector("base[href]")?.GetAttribute("href");
        var from = given is not null && Uri.TryCreate(address, given, out var named) ? named : address;
        foreach (var link in page.QuerySelectorAll("a[href]"))
        {
            var target = link.GetAttribute("href")!.Trim();
            if (!target.StartsWith('#') && Uri.TryCreate(from, target, out var absolute))
            {
                link.SetAttribute("href", absolute.AbsoluteUri);
            }
        }
    }
}
