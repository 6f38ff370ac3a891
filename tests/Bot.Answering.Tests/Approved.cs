using System.Runtime.CompilerServices;

namespace Bot.Answering.Tests;

/// <summary>Compares a text with the one approved in <c>Approvals</c>; a new text is put beside it as <c>*.received.txt</c>, to be read and renamed.</summary>
internal static class Approved
{
    public static void Matches(string text, [CallerMemberName] string name = "")
    {
        var folder = Path.Combine(Root(), "tests", "Bot.Answering.Tests", "Approvals");
        var (approved, received) = (Path.Combine(folder, $"{name}.approved.txt"), Path.Combine(folder, $"{name}.received.txt"));
        if (File.Exists(approved) && File.ReadAllText(approved).ReplaceLineEndings("\n") == text + "\n")
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, text + "\n");
        Assert.Fail($"The text is not the approved one: compare {received} with {approved}; if it is right, rename it.");
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Bot.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("No folder above the tests holds Bot.sln.");
    }
}
