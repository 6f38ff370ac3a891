namespace Bot.Knowledge.Articles;

/// <summary>A time in which readers may see the same articles throughout: until the next is due.</summary>
/// <param name="From">Its first moment.</param>
/// <param name="Until">The moment just past it.</param>
internal readonly record struct PublicPeriod(DateTimeOffset From, DateTimeOffset Until)
{
    /// <summary>The longest such time around a moment.</summary>
    public static PublicPeriod Around(DateTimeOffset moment, IEnumerable<Article> articles)
    {
        var period = new PublicPeriod(DateTimeOffset.MinValue, DateTimeOffset.MaxValue);
        foreach (var article in articles)
        {
            if (article.PublishAt is { } due)
            {
                period = due > moment
                    ? period with { Until = due < period.Until ? due : period.Until }
                    : period with { From = due > period.From ? due : period.From };
            }
        }

        return period;
    }

    public bool Has(DateTimeOffset moment) => From <= moment && moment < Until;
}
