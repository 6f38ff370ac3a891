using System.Collections.Immutable;

namespace Bot.Answering.Ranking;

/// <summary>How well a sentence fits a question, part by part; each part 0 to 1, but where it says otherwise.</summary>
internal sealed record Signals
{
    /// <summary>The search's score, as a share of the best one's.</summary>
    public double Search { get; init; }

    /// <summary>The share of the question's words, weighted by rarity, that the sentence has.</summary>
    public double Coverage { get; init; }

    /// <summary>The same with the words around the sentence: its passage, neighbours, heading and title.</summary>
    public double Context { get; init; }

    /// <summary>The share of the question's names and numbers that the sentence or its surroundings have; 1 when it has none.</summary>
    public double Names { get; init; }

    /// <summary>How well the sentence holds the sort of thing that is asked for.</summary>
    public double Type { get; init; }

    /// <summary>What the answer can't do without and the sentence lacks.</summary>
    public Lacks Lacks { get; init; }

    /// <summary>How near each other the sentence has the words that are neighbours in the question.</summary>
    public double Closeness { get; init; }

    /// <summary>The longest run of question words that the sentence has in the question's order, as a share of all.</summary>
    public double Run { get; init; }

    /// <summary>1 for a language whose synonyms are not known: there a word that is not found tells less.</summary>
    public double Unaided { get; init; }

    /// <summary>How early the sentence stands in its article: 1 for the first.</summary>
    public double Early { get; init; }

    /// <summary>1 for a caption when no photo is asked about.</summary>
    public double Aside { get; init; }

    /// <summary>1 when the sentence opens with a pronoun, whose antecedent a reader would not see.</summary>
    public double Pronoun { get; init; }

    /// <summary>The parts by name, for a trace.</summary>
    public ImmutableSortedDictionary<string, double> Named() => new (string Name, double Value)[]
    {
        ("search", Search), ("coverage", Coverage), ("context", Context), ("names", Names), ("type", Type), ("closeness", Closeness), ("run", Run),
        ("early", Early), ("aside", Aside), ("pronoun", Pronoun), ("unaided", Unaided), ("lacksType", Lacks.Type), ("lacksSaid", Lacks.Said),
        ("lacksName", Lacks.Name), ("lacksThing", Lacks.Thing), ("lacksDeed", Lacks.Deed), ("lacksRelation", Lacks.Relation),
    }.ToImmutableSortedDictionary(part => part.Name, part => part.Value);
}
