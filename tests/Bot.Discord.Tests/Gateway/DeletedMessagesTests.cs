using System.Globalization;
using Bot.Discord.Gateway;

namespace Bot.Discord.Tests.Gateway;

public sealed class DeletedMessagesTests
{
    [Fact]
    public void Forgets_the_oldest_where_there_are_too_many()
    {
        var deleted = new DeletedMessages();
        for (var id = 0; id <= DeletedMessages.Most; id++)
        {
            deleted.Add(id.ToString(CultureInfo.InvariantCulture));
        }

        Assert.Equal((false, true, true), (deleted.Has("0"), deleted.Has("1"), deleted.Has("10000")));
    }
}
