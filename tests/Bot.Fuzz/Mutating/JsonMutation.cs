using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bot.Fuzz.Mutating;

/// <summary>Changes one value of a JSON text for another of any type, so that it stays JSON.</summary>
internal static class JsonMutation
{
    private const int Deepest = 80;

    /// <returns>The changed text; <see langword="null"/> when it is no JSON object or array.</returns>
    public static byte[]? Mutate(byte[] input, Mutator mutator)
    {
        try
        {
            var root = JsonNode.Parse(input);
            List<JsonNode> places = [];
            Gather(root, places);
            if (places.Count == 0)
            {
                return null;
            }

            Change(places[mutator.Random.Next(places.Count)], mutator);
            return Encoding.UTF8.GetBytes(root!.ToJsonString());
        }
        catch (Exception error) when (error is JsonException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    private static void Gather(JsonNode? node, List<JsonNode> places)
    {
        if (node is JsonObject or JsonArray)
        {
            places.Add(node);
        }

        foreach (var child in node switch { JsonObject some => some.Select(pair => pair.Value), JsonArray list => list, _ => [] })
        {
            Gather(child, places);
        }
    }

    private static void Change(JsonNode place, Mutator mutator)
    {
        var random = mutator.Random;
        if (place is JsonObject some)
        {
            var names = some.Select(pair => pair.Key).ToList();
            var name = names.Count == 0 || random.Next(6) == 0 ? mutator.Word() : names[random.Next(names.Count)];
            some[name] = random.Next(8) == 0 ? some.DeepClone() : Value(mutator);
        }
        else if (place is JsonArray list)
        {
            if (list.Count > 0 && random.Next(2) == 0)
            {
                list[random.Next(list.Count)] = Value(mutator);
            }
            else
            {
                list.Insert(random.Next(list.Count + 1), Value(mutator));
            }
        }
    }

    private static JsonNode? Value(Mutator mutator) => mutator.Random.Next(9) switch
    {
        0 => null,
        1 => mutator.Random.Next(2) == 0,
        2 => mutator.Random.Next(-2, 20),
        3 => 1.5,
        4 => long.MaxValue,
        5 => new JsonArray(mutator.Word(), 1),
        6 => new JsonObject { [mutator.Word()] = mutator.Word() },
        7 => Enumerable.Range(0, mutator.Random.Next(Deepest)).Aggregate((JsonNode)new JsonArray(), (inner, _) => new JsonArray(inner)),
        _ => mutator.Word(),
    };
}
