using System.Text;
using Bot.Knowledge.Keeping;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace Bot.Knowledge.Tests.Keeping;

public sealed class KeptIndexTests : IDisposable
{
    private const string Question = "zebras and lions";

    private readonly KeptFolder _folder = new KeptFolder()
        .Write("a.txt", "Zebras graze here all day. Nobody minds.\n\nThe lions sleep until the night comes.")
        .Write("b.md", "---\ntitle: Of zebras\ntags: [zoo]\n---\n# Night\n\nThey rest. **Lions** do not.\n\n| animal | legs |\n|---|---|\n| zebra | four |")
        .Write("c.txt", "It rains in the mountains.");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_restart_reads_no_article_again_and_finds_the_same_as_a_start_in_memory()
    {
        await using var memory = _folder.Start(kept: false);
        var expected = KeptFolder.Found(memory, Question);
        Assert.Equal(expected, await _folder.FoundAtStartAsync(Question));
        Assert.Equal(3, _folder.Read.Count);
        Assert.Equal(expected, await _folder.FoundAtStartAsync(Question));
        Assert.Empty(_folder.Read);
        Assert.Empty(_folder.Warnings);
    }

    [Fact]
    public async Task After_a_restart_a_file_that_changed_is_read_and_no_other()
    {
        await _folder.FoundAtStartAsync(Question);
        _folder.Write("a.txt", "Zebras swim.");
        var found = await _folder.FoundAtStartAsync("zebras");
        Assert.Equal(["Zebras swim."], _folder.Read);
        await using var memory = _folder.Start(kept: false);
        Assert.Equal(KeptFolder.Found(memory, "zebras"), found);
    }

    [Fact]
    public async Task A_change_while_it_runs_is_kept_too()
    {
        await using (var knowledge = _folder.Start())
        {
            KeptFolder.Found(knowledge, Question);
            _folder.Write("d.txt", "A zebra came later.");
            await knowledge.RefreshAsync(TestContext.Current.CancellationToken);
        }

        Assert.Contains(await _folder.FoundAtStartAsync("zebra"), hit => hit.EndsWith("A zebra came later.", StringComparison.Ordinal));
        Assert.Empty(_folder.Read);
    }

    [Fact]
    public async Task What_changed_and_went_while_it_ran_is_as_it_was_left_after_a_restart()
    {
        foreach (var number in Enumerable.Range(0, 40))
        {
            _folder.Write($"more-{number}.txt", $"Antelope number {number} grazes.");
        }

        await using (var knowledge = _folder.Start())
        {
            KeptFolder.Found(knowledge, Question);
            _folder.Write("more-7.txt", "Antelope number 7 swims.");
            File.Delete(Path.Combine(_folder.Articles, "more-8.txt"));
            await knowledge.RefreshAsync(TestContext.Current.CancellationToken);
        }

        // So few that they are only marked as gone, in a file of its own.
        Assert.Contains(_folder.IndexFiles, file => file.EndsWith(".del", StringComparison.Ordinal));
        await using var memory = _folder.Start(kept: false);
        var expected = KeptFolder.Found(memory, "antelope grazes swims");
        Assert.Equal(expected, await _folder.FoundAtStartAsync("antelope grazes swims"));
        Assert.Empty(_folder.Read);
        Assert.Empty(_folder.Warnings);
    }

    [Fact]
    public async Task A_restart_over_an_article_of_many_pages_reads_it_as_it_was()
    {
        _folder.Write("long.txt", string.Join("\n\n", Enumerable.Range(0, 4_000).Select(number => $"Zebra number {number} grazes near the river; nobody counted number {number + 1} yet.")));
        var expected = await _folder.FoundAtStartAsync("zebra 3999");
        Assert.Equal(expected, await _folder.FoundAtStartAsync("zebra 3999"));
        Assert.Empty(_folder.Read);
    }

    [Fact]
    public async Task A_renamed_file_is_another_article()
    {
        await _folder.FoundAtStartAsync(Question);
        File.Move(Path.Combine(_folder.Articles, "c.txt"), Path.Combine(_folder.Articles, "z.txt"));
        Assert.StartsWith("z#1", Assert.Single(await _folder.FoundAtStartAsync("rains")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_no_article_uses_any_more_leaves_the_folder()
    {
        await _folder.FoundAtStartAsync(Question);
        File.Delete(Path.Combine(_folder.Articles, "a.txt"));
        File.Delete(Path.Combine(_folder.Articles, "b.md"));
        await _folder.FoundAtStartAsync(Question);
        using var directory = new MMapDirectory(Path.Combine(_folder.Index, "1"));
        using var reader = DirectoryReader.Open(directory);
        Assert.Equal(1, reader.MaxDoc);
        Assert.DoesNotContain(_folder.IndexFiles, file => File.ReadAllText(file).Contains("Nobody minds", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_collection_of_which_a_line_is_broken_is_read_again_and_reported_again()
    {
        _folder.Write("d.jsonl", "{\"id\":\"one\",\"title\":\"One\",\"text\":\"A zebra in a line.\"}\n{broken\n");
        var found = await _folder.FoundAtStartAsync("zebra");
        Assert.Contains(found, line => line.Contains("d.jsonl", StringComparison.Ordinal));
        Assert.Equal(found, await _folder.FoundAtStartAsync("zebra"));
    }

    [Fact]
    public async Task A_collection_is_kept_with_all_its_articles_in_order()
    {
        _folder.Write("d.jsonl", string.Join('\n', Enumerable.Range(0, 30).Select(at => $"{{\"id\":\"n{at}\",\"title\":\"Number {at}\",\"text\":\"Zebra number {at} grazes.\"}}")));
        var found = await _folder.FoundAtStartAsync("zebra number 7");
        Assert.Equal(found, await _folder.FoundAtStartAsync("zebra number 7"));
        Assert.Empty(_folder.Read);
    }

    [Fact]
    public async Task Whatever_byte_is_broken_it_is_noticed_and_what_is_served_is_the_same()
    {
        var expected = await _folder.FoundAtStartAsync(Question, "rains");
        var random = new Random(1);
        var noticed = 0;
        foreach (var file in _folder.IndexFiles.Select(Path.GetFileName).ToArray())
        {
            for (var time = 0; time < 3; time++)
            {
                // The last start made it whole again, and may have named its files anew.
                var path = Path.Combine(_folder.Index, "1", file!);
                if (!File.Exists(path))
                {
                    continue;
                }

                var bytes = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
                bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
                await File.WriteAllBytesAsync(path, bytes, TestContext.Current.CancellationToken);
                _folder.Warnings.Clear();
                Assert.Equal(expected, await _folder.FoundAtStartAsync(Question, "rains"));
                noticed += _folder.Warnings.IsEmpty ? 0 : 1;
            }
        }

        Assert.True(noticed > 0);
    }

    [Fact]
    public async Task A_word_that_was_changed_in_the_index_is_never_served()
    {
        var expected = await _folder.FoundAtStartAsync("minds");
        var path = Assert.Single(_folder.IndexFiles, file => File.ReadAllText(file, Encoding.Latin1).Contains("Nobody minds", StringComparison.Ordinal));
        await File.WriteAllTextAsync(
            path, (await File.ReadAllTextAsync(path, Encoding.Latin1, TestContext.Current.CancellationToken)).Replace("Nobody minds", "Always minds", StringComparison.Ordinal),
            Encoding.Latin1, TestContext.Current.CancellationToken);
        Assert.Equal(expected, await _folder.FoundAtStartAsync("minds"));
        Assert.Contains("is broken and is made anew", Assert.Single(_folder.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_cut_short_is_noticed_and_the_index_made_anew()
    {
        var expected = await _folder.FoundAtStartAsync(Question);
        foreach (var file in _folder.IndexFiles.Where(file => !file.EndsWith("segments.gen", StringComparison.Ordinal)).ToArray())
        {
            if (File.Exists(file))
            {
                await using (var stream = File.OpenWrite(file))
                {
                    stream.SetLength(stream.Length / 2);
                }

                Assert.Equal(expected, await _folder.FoundAtStartAsync(Question));
                Assert.Contains(_folder.Warnings, warning => warning.Contains("is broken and is made anew", StringComparison.Ordinal));
                Assert.Equal(3, _folder.Read.Count);
                _folder.Warnings.Clear();
            }
        }

        Assert.Equal(expected, await _folder.FoundAtStartAsync(Question));
        Assert.Empty(_folder.Read);
    }

    // What a killed process leaves is what lay on the disk at that moment.
    [Fact]
    public async Task What_a_killed_process_leaves_is_served_as_it_was_made_safe()
    {
        await using var knowledge = _folder.Start();
        var expected = KeptFolder.Found(knowledge, Question);
        using var left = new KeptFolder();
        System.IO.Directory.CreateDirectory(Path.Combine(left.Index, "1"));
        foreach (var file in _folder.IndexFiles)
        {
            File.Copy(file, Path.Combine(left.Index, "1", Path.GetFileName(file)));
        }

        foreach (var file in System.IO.Directory.GetFiles(_folder.Articles))
        {
            File.Copy(file, Path.Combine(left.Articles, Path.GetFileName(file)));
        }

        Assert.Equal(expected, await left.FoundAtStartAsync(Question));
        Assert.Empty(left.Read);
        Assert.Empty(left.Warnings);
    }

    [Fact]
    public async Task Two_processes_at_once_have_an_index_each_and_each_finds_its_own_again()
    {
        await using (var one = _folder.Start())
        {
            await using var other = _folder.Start();
            Assert.Equal(KeptFolder.Found(one, Question), KeptFolder.Found(other, Question));
            Assert.Equal(["1", "2"], System.IO.Directory.GetDirectories(_folder.Index).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        }

        _folder.Read.Clear();
        await using var first = _folder.Start();
        await using var second = _folder.Start();
        Assert.Equal(KeptFolder.Found(first, Question), KeptFolder.Found(second, Question));
        Assert.Empty(_folder.Read);
    }

    [Fact]
    public async Task An_index_that_no_process_has_used_for_a_month_is_deleted()
    {
        await using (var one = _folder.Start())
        {
            KeptFolder.Found(one, Question);
            await _folder.FoundAtStartAsync(Question);
        }

        _folder.Now += TimeSpan.FromDays(29);
        await _folder.FoundAtStartAsync(Question);
        Assert.True(System.IO.Directory.Exists(Path.Combine(_folder.Index, "2")));
        _folder.Now += TimeSpan.FromDays(2);
        await _folder.FoundAtStartAsync(Question);
        Assert.False(System.IO.Directory.Exists(Path.Combine(_folder.Index, "2")));
    }

    [Fact]
    public async Task An_index_of_another_build_is_made_anew()
    {
        var expected = await _folder.FoundAtStartAsync(Question);
        using (var directory = new MMapDirectory(Path.Combine(_folder.Index, "1")))
        using (var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, new KeywordAnalyzer())))
        {
            writer.SetCommitData(KeptVersion.Data.ToDictionary(pair => pair.Key, pair => pair.Value + "!"));
            writer.Commit();
        }

        Assert.Equal(expected, await _folder.FoundAtStartAsync(Question));
        Assert.Equal(3, _folder.Read.Count);
    }

    [Fact]
    public async Task Where_nothing_can_be_kept_the_articles_are_served_and_the_operator_is_told()
    {
        _folder.Index = Path.Combine(_folder.Articles, "c.txt");
        await using var memory = _folder.Start(kept: false);
        Assert.Equal(KeptFolder.Found(memory, Question), await _folder.FoundAtStartAsync(Question));
        Assert.Contains("cannot be kept in", Assert.Single(_folder.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_first_reading_that_is_stopped_takes_nothing_away_from_what_is_kept()
    {
        await _folder.FoundAtStartAsync(Question);
        _folder.Write("d.txt", "A zebra came later.").Read.Clear();
        using var stop = new CancellationTokenSource();
        _folder.OnRead = stop.Cancel;
        await using var knowledge = _folder.Start();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => knowledge.RefreshAsync(stop.Token));
        _folder.OnRead = null;
        await using var memory = _folder.Start(kept: false);
        _folder.Read.Clear();
        var found = KeptFolder.Found(knowledge, Question);
        Assert.Equal(["A zebra came later."], _folder.Read);
        Assert.Equal(KeptFolder.Found(memory, Question), found);
    }

    [Theory]
    [InlineData("", "Knowledge:IndexFolder is '', which names no folder: name one, or leave the setting out to keep the index in memory.")]
    [InlineData("knowledge/index", "Knowledge:IndexFolder is 'knowledge/index', which lies within the articles' folder 'knowledge': name a folder beside it.")]
    [InlineData("knowledge", "Knowledge:IndexFolder is 'knowledge', which lies within the articles' folder 'knowledge': name a folder beside it.")]
    [InlineData("knowledge-index", null)]
    [InlineData("data/index", null)]
    public void A_folder_that_cannot_be_meant_is_refused_at_start(string folder, string? complaint) =>
        Assert.Equal(complaint, new KnowledgeOptionsValidator().Validate(null, new KnowledgeOptions { IndexFolder = folder }).FailureMessage);
}
