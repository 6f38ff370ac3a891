using System.Globalization;
using Bot.Knowledge.Languages;

namespace Bot.Knowledge.Tests.Languages;

public class TermPoolTests
{
    private const int MoreThanItHolds = 50_000;

    [Fact]
    public void A_word_is_itself_however_many_others_were_met() => Assert.All(
        Enumerable.Range(0, MoreThanItHolds).Concat(Enumerable.Range(0, MoreThanItHolds)).Select(word => word.ToString("x", CultureInfo.InvariantCulture)),
        word => Assert.Equal(word, TermPool.Of(word)));
}
