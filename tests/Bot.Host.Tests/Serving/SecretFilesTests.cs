using Bot.Host.Serving;
using Microsoft.Extensions.Configuration;

namespace Bot.Host.Tests.Serving;

public sealed class SecretFilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bot-secrets-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_file_is_the_setting_it_is_named_after_and_wins_over_the_environment()
    {
        File.WriteAllText(Path.Combine(_folder, "Model__ApiKey"), "of the file\n");
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Model:ApiKey", "of the environment"), new("Model:Name", "kept")]);

        SecretFiles.Add(settings, _folder);

        var built = settings.Build();
        Assert.Equal(("of the file", "kept"), (built["Model:ApiKey"], built["Model:Name"]));
    }

    [Fact]
    public void Without_a_folder_nothing_is_added()
    {
        var settings = new ConfigurationBuilder();
        SecretFiles.Add(settings, null);
        SecretFiles.Add(settings, Path.Combine(_folder, "missing"));
        Assert.Empty(settings.Sources);
    }
}
