namespace Bot.Answering.Tests;

public sealed class ReadOnceTests
{
    private readonly List<string> _read = [];

    [Fact]
    public void A_thing_is_read_once()
    {
        var readings = new ReadOnce<string, object>(most: 2, Read);

        Assert.Same(readings.Of("a"), readings.Of("a"));
        Assert.Equal(["a"], _read);
    }

    [Fact]
    public void What_is_known_never_grows_beyond_its_most()
    {
        var readings = new ReadOnce<string, object>(most: 2, Read);

        foreach (var thing in new[] { "a", "b", "a", "c", "a", "c", "b" })
        {
            readings.Of(thing);
        }

        Assert.Equal(["a", "b", "c", "a", "b"], _read);
    }

    private object Read(string thing)
    {
        _read.Add(thing);
        return new();
    }
}
