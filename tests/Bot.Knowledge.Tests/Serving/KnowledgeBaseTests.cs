namespace Bot.Knowledge.Tests.Serving;

public sealed class KnowledgeBaseTests : IAsyncDisposable
{
    private readonly KnowledgeFolder _folder = new();

    public ValueTask DisposeAsync() => _folder.DisposeAsync();

    [Fact]
    public void The_first_to_ask_need_not_open_it()
    {
        _folder.Write("a.txt", "Zebras graze here all day.");
        using var snapshot = _folder.Knowledge.Acquire();
        Assert.Equal(1, snapshot.Version);
        Assert.Equal("Zebras graze here all day.", snapshot.Articles["a"].Article.Text);
        Assert.Equal(["Zebras graze here all day."], KnowledgeFolder.Found(snapshot, "zebra"));
    }

    [Fact]
    public async Task Many_who_ask_first_at_once_share_one_reading()
    {
        _folder.Write("a.txt", "Zebras graze here all day.");
        var versions = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            using var snapshot = _folder.Knowledge.Acquire();
            return snapshot.Version;
        })));
        Assert.All(versions, version => Assert.Equal(1, version));
    }

    [Fact]
    public async Task Added_changed_and_deleted_files_are_served_as_they_are()
    {
        _folder.Write("changed.txt", "Zebras graze here all day.").Write("deleted.txt", "Zebras rest here all night.");
        await _folder.RefreshAsync();
        _folder.Write("changed.txt", "Zebras ran away this morning.").Write("added.txt", "Zebras came back at noon.").Delete("deleted.txt");
        await _folder.RefreshAsync();
        Assert.Equal(["Zebras came back at noon.", "Zebras ran away this morning."], _folder.Found("zebra").Order());
    }

    [Fact]
    public async Task A_change_of_one_file_leaves_the_others_as_they_are()
    {
        _folder.Write("a.txt", "Zebras graze here all day.").Write("b.txt", "Lions sleep.");
        using var before = _folder.Knowledge.Acquire();
        _folder.Write("b.txt", "Lions hunt.");
        await _folder.RefreshAsync();
        using var after = _folder.Knowledge.Acquire();
        Assert.Equal(before.Version + 1, after.Version);
        Assert.Same(before.Articles["a"], after.Articles["a"]);
        Assert.NotSame(before.Articles["b"], after.Articles["b"]);
    }

    [Fact]
    public async Task Nothing_new_makes_no_new_version()
    {
        _folder.Write("a.txt", "Zebras graze here all day.").Break("b.txt");
        await _folder.RefreshAsync();
        File.SetLastWriteTimeUtc(_folder.File("a.txt"), new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        await _folder.RefreshAsync();
        await _folder.RefreshAsync();
        using var snapshot = _folder.Knowledge.Acquire();
        Assert.Equal(1, snapshot.Version);
    }

    [Fact]
    public async Task An_edit_of_the_same_length_within_one_tick_of_the_clock_is_seen()
    {
        var moment = TimeProvider.System.GetUtcNow().UtcDateTime;
        _folder.Write("a.txt", "Zebras graze.");
        File.SetLastWriteTimeUtc(_folder.File("a.txt"), moment);
        await _folder.RefreshAsync();
        _folder.Write("a.txt", "Zebras sleep.");
        File.SetLastWriteTimeUtc(_folder.File("a.txt"), moment);
        await _folder.RefreshAsync();
        Assert.Equal(["Zebras sleep."], _folder.Found("zebra"));
    }

    [Fact]
    public async Task A_file_that_was_left_alone_is_not_read_again()
    {
        var moment = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        _folder.Write("a.txt", "Zebras graze.");
        File.SetLastWriteTimeUtc(_folder.File("a.txt"), moment);
        await _folder.RefreshAsync();

        // The same stamp with other words: only who reads the file again can tell.
        _folder.Write("a.txt", "Zebras sleep.");
        File.SetLastWriteTimeUtc(_folder.File("a.txt"), moment);
        await _folder.RefreshAsync();
        Assert.Equal(["Zebras graze."], _folder.Found("zebra"));
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_reported_and_the_rest_is_served()
    {
        _folder.Write("a.txt", "Zebras graze here all day.").Break("b.txt");
        using var snapshot = _folder.Knowledge.Acquire();
        Assert.Equal(["a"], snapshot.Articles.Keys);
        Assert.True(Assert.Single(snapshot.Problems) is { File: "b.txt", Line: 1, Cure.Length: > 0 });
    }

    [Fact]
    public async Task A_broken_edit_is_reported_and_the_last_good_version_is_served_until_it_is_whole()
    {
        _folder.Write("a.txt", "Zebras graze here all day.");
        await _folder.RefreshAsync();
        _folder.Break("a.txt");
        await _folder.RefreshAsync();
        Assert.Equal(["Zebras graze here all day."], _folder.Found("zebra"));
        using (var snapshot = _folder.Knowledge.Acquire())
        {
            Assert.Contains("last good version", Assert.Single(snapshot.Problems).Cure, StringComparison.Ordinal);
        }

        _folder.Write("a.txt", "Zebras sleep.");
        await _folder.RefreshAsync();
        using var whole = _folder.Knowledge.Acquire();
        Assert.Equal(["Zebras sleep."], KnowledgeFolder.Found(whole, "zebra"));
        Assert.Empty(whole.Problems);
    }

    [Fact]
    public async Task A_broken_file_that_is_deleted_is_gone()
    {
        _folder.Write("a.txt", "Zebras graze here all day.");
        await _folder.RefreshAsync();
        _folder.Break("a.txt");
        await _folder.RefreshAsync();
        _folder.Delete("a.txt");
        await _folder.RefreshAsync();
        using var snapshot = _folder.Knowledge.Acquire();
        Assert.Empty(snapshot.Articles);
        Assert.Empty(snapshot.Problems);
    }

    [Fact]
    public async Task A_broken_line_of_a_collection_takes_only_its_own_article_away()
    {
        const string A = """{"id":"a","title":"A","text":"Zebras graze."}""";
        const string B = """{"id":"b","title":"B","text":"Zebras sleep."}""";
        _folder.Write("all.jsonl", A + "\n" + B);
        await _folder.RefreshAsync();
        _folder.Write("all.jsonl", A + "\n" + B[..20]);
        await _folder.RefreshAsync();
        using var snapshot = _folder.Knowledge.Acquire();
        Assert.Equal(["a"], snapshot.Articles.Keys);
        Assert.Equal(2, Assert.Single(snapshot.Problems).Line);
    }

    [Fact]
    public async Task A_file_of_articles_can_stand_for_a_folder()
    {
        _folder.Write("all.jsonl", """{"id":"a","title":"A","text":"Zebras graze."}""").Write("other.txt", "Zebras sleep.");
        await using var knowledge = KnowledgeFolder.Over(_folder.File("all.jsonl"));
        using var snapshot = knowledge.Acquire();
        Assert.Equal(["a"], snapshot.Articles.Keys);
    }

    [Fact]
    public async Task A_missing_folder_is_reported_and_served_once_it_is_there()
    {
        var path = _folder.File("later");
        await using var knowledge = KnowledgeFolder.Over(path);
        using (var snapshot = knowledge.Acquire())
        {
            Assert.Empty(snapshot.Articles);
            Assert.Equal(path, Assert.Single(snapshot.Problems).File);
        }

        Directory.CreateDirectory(path);
        await File.WriteAllTextAsync(Path.Combine(path, "a.txt"), "Zebras graze.", TestContext.Current.CancellationToken);
        await knowledge.RefreshAsync(TestContext.Current.CancellationToken);
        using var served = knowledge.Acquire();
        Assert.Equal(["a"], served.Articles.Keys);
        Assert.Empty(served.Problems);
    }

    [Fact]
    public async Task A_folder_that_goes_away_as_a_whole_takes_nothing_away()
    {
        _folder.Write("a.txt", "Zebras graze here all day.");
        await _folder.RefreshAsync();
        Directory.Move(_folder.Path, _folder.Path + "-moved");
        await _folder.RefreshAsync();
        Assert.Equal(["Zebras graze here all day."], _folder.Found("zebra"));
        Directory.Move(_folder.Path + "-moved", _folder.Path);
        await _folder.RefreshAsync();
        using var snapshot = _folder.Knowledge.Acquire();
        Assert.Empty(snapshot.Problems);
    }

    [Fact]
    public async Task A_cancelled_refresh_changes_nothing()
    {
        _folder.Write("a.txt", "Zebras graze.");
        await _folder.RefreshAsync();
        _folder.Write("a.txt", "Zebras sleep soundly.");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _folder.Knowledge.RefreshAsync(new CancellationToken(canceled: true)));
        Assert.Equal(["Zebras graze."], _folder.Found("zebra"));
        await _folder.RefreshAsync();
        Assert.Equal(["Zebras sleep soundly."], _folder.Found("zebra"));
    }

    [Fact]
    public async Task Nobody_asks_a_knowledge_base_that_is_disposed()
    {
        await _folder.Knowledge.DisposeAsync();
        Assert.Throws<ObjectDisposedException>(_folder.Knowledge.Acquire);
        await Assert.ThrowsAsync<ObjectDisposedException>(_folder.RefreshAsync);
    }
}
