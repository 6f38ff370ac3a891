namespace Bot.Knowledge.Tests;

public sealed class KnowledgePlaceTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("bot-place-").FullName;

    private string Here => Path.Combine(_root, "here");

    private string Shipped => Path.Combine(_root, "shipped");

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Articles_of_the_working_folder_come_first()
    {
        Directory.CreateDirectory(Path.Combine(Here, "knowledge"));
        Directory.CreateDirectory(Path.Combine(Shipped, "knowledge"));
        Assert.Equal(Path.Combine(Here, "knowledge"), KnowledgePlace.Of("knowledge", Here, Shipped));
    }

    [Fact]
    public void Articles_beside_the_executable_serve_where_the_working_folder_has_none()
    {
        Directory.CreateDirectory(Path.Combine(Shipped, "knowledge"));
        Assert.Equal(Path.Combine(Shipped, "knowledge"), KnowledgePlace.Of("knowledge", Here, Shipped));
    }

    [Fact]
    public void Where_there_are_none_the_working_folder_is_complained_of() =>
        Assert.Equal(Path.Combine(Here, "knowledge"), KnowledgePlace.Of("knowledge", Here, Shipped));

    [Fact]
    public void A_whole_path_is_taken_as_it_is() => Assert.Equal(_root, KnowledgePlace.Of(_root, Here, Shipped));

    [Fact]
    public void An_empty_setting_stays_empty() => Assert.Equal("", KnowledgePlace.Of("", Here, Shipped));
}
