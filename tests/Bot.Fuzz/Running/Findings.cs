using System.Security.Cryptography;
using System.Text;

namespace Bot.Fuzz.Running;

/// <summary>Saves each fault once: the shortest input that shows it, and what happens.</summary>
/// <param name="folder">Where to.</param>
/// <param name="target">What failed.</param>
internal sealed class Findings(string folder, IFuzzTarget target)
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    public int Count => _known.Count;

    public async Task AddAsync(byte[] input, Outcome outcome, int seed, CancellationToken cancellationToken)
    {
        if (!_known.Add(outcome.Fault!))
        {
            return;
        }

        var shortest = outcome.Fault == Outcome.Slow ? input : await Shrinking.ShrinkAsync(target, input, outcome.Fault!, cancellationToken);
        Save(shortest, $"{target.Name} (seed {seed}): {outcome.Fault}\n\n{outcome.Details}\n");
    }

    /// <summary>Saves the input at which a run broke off.</summary>
    public void AddLeft(byte[] input) => Save(input, $"{target.Name}: the process ended while it read this.\n");

    private void Save(byte[] input, string said)
    {
        Directory.CreateDirectory(folder);
        var name = Path.Combine(folder, $"{target.Name}-{Convert.ToHexStringLower(SHA256.HashData(input))[..12]}");
        File.WriteAllBytes(name + ".input", input);
        File.WriteAllText(name + ".txt", said, Encoding.UTF8);
        Console.WriteLine($"FOUND {name}.input ({input.Length} bytes)\n{said.Split("\n\n")[0]}");
    }
}
