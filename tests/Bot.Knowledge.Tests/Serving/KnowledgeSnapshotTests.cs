using Bot.Knowledge.Search;

namespace Bot.Knowledge.Tests.Serving;

public sealed class KnowledgeSnapshotTests : IAsyncDisposable
{
    private readonly KnowledgeFolder _folder = new();

    public ValueTask DisposeAsync() => _folder.DisposeAsync();

    [Fact]
    public async Task A_snapshot_stays_as_it_was_when_the_files_change()
    {
        _folder.Write("a.txt", "Zebras graze here all day.");
        using var before = _folder.Knowledge.Acquire();
        _folder.Write("a.txt", "Lions sleep.").Write("b.txt", "Zebras and zebras.");
        await _folder.RefreshAsync();
        Assert.Equal(["Zebras graze here all day."], KnowledgeFolder.Found(before, "zebra"));
        Assert.Equal(["a"], before.Articles.Keys);
        Assert.Equal(Bm25.InverseDocumentFrequency(1, 1), before.InverseDocumentFrequency("en", "zebra"));
    }

    [Fact]
    public async Task The_index_is_closed_when_the_last_who_holds_a_replaced_snapshot_lets_go()
    {
        _folder.Write("a.txt", "Zebras graze here all day.");
        var one = _folder.Knowledge.Acquire();
        var other = _folder.Knowledge.Acquire();
        _folder.Write("a.txt", "Lions sleep.");
        await _folder.RefreshAsync();
        one.Dispose();
        Assert.Equal(["Zebras graze here all day."], KnowledgeFolder.Found(other, "zebra"));
        other.Dispose();
        Assert.Equal(0, other.View.Holders);
        Assert.False(other.View.TryHold());
    }

    [Fact]
    public async Task A_replaced_snapshot_nobody_holds_is_closed_at_once()
    {
        _folder.Write("a.txt", "Zebras graze here all day.");
        var view = Taken();
        _folder.Write("a.txt", "Lions sleep.");
        await _folder.RefreshAsync();
        Assert.Equal(0, view.Holders);

        PassageView Taken()
        {
            using var snapshot = _folder.Knowledge.Acquire();
            return snapshot.View;
        }
    }

    [Fact]
    public void Letting_go_twice_counts_once()
    {
        _folder.Write("a.txt", "Zebras graze here all day.");
        var one = _folder.Knowledge.Acquire();
        one.Dispose();
        one.Dispose();
        one.Dispose();
        Assert.Equal(["Zebras graze here all day."], _folder.Found("zebra"));
    }

    [Fact]
    public void A_disposed_snapshot_finds_nothing_more()
    {
        _folder.Write("a.txt", "Zebras graze here all day.");
        var snapshot = _folder.Knowledge.Acquire();
        snapshot.Dispose();
        Assert.Throws<ObjectDisposedException>(() => KnowledgeFolder.Found(snapshot, "zebra"));
        Assert.Throws<ObjectDisposedException>(() => snapshot.InverseDocumentFrequency("en", "zebra"));
    }

    [Fact]
    public async Task A_snapshot_outlives_the_knowledge_base()
    {
        _folder.Write("a.txt", "Zebras graze here all day.");
        var snapshot = _folder.Knowledge.Acquire();
        await _folder.Knowledge.DisposeAsync();
        Assert.Equal(["Zebras graze here all day."], KnowledgeFolder.Found(snapshot, "zebra"));
        snapshot.Dispose();
        Assert.Equal(0, snapshot.View.Holders);
    }
}
