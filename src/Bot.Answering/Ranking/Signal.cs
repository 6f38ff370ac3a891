namespace Bot.Answering.Ranking;

/// <summary>What tells how well a sentence answers a question. Shares are 0 to 1, weighted by how rare the words are.</summary>
internal enum Signal
{
    /// <summary>The search's score, as a share of the best one's.</summary>
    Search,

    /// <summary>Its place in the search's order, from 0.</summary>
    Place,

    /// <summary>BM25 of the sentence, as a share of what the question's words could give.</summary>
    SentenceMatch,

    /// <summary>BM25 of the sentence with its neighbours, likewise.</summary>
    WindowMatch,

    /// <summary>BM25 of its passage, likewise.</summary>
    ParagraphMatch,

    /// <summary>BM25 of its heading, likewise.</summary>
    HeadingMatch,

    /// <summary>BM25 of its article's title, likewise.</summary>
    TitleMatch,

    /// <summary>The share of the question that the sentence has.</summary>
    Coverage,

    /// <summary>The share that sentence and surroundings have: passage, neighbours, heading and title.</summary>
    Context,

    /// <summary>The share that the sentence before has, if it is in the same passage.</summary>
    Before,

    /// <summary>The share that the sentence after has.</summary>
    After,

    /// <summary><see cref="Coverage"/> where words that begin alike count too (<see cref="SharedBeginning"/>).</summary>
    Akin,

    /// <summary>The same of the sentence and the two before it in its passage.</summary>
    AkinSoFar,

    /// <summary>The share of the question's names and numbers that sentence or surroundings have; 1 when it has none.</summary>
    Names,

    /// <summary>The same of the sentence alone.</summary>
    NamesWithin,

    /// <summary>The share of its other words that sentence or surroundings have; 1 when it has none.</summary>
    Predicate,

    /// <summary>The same of the sentence alone.</summary>
    PredicateWithin,

    /// <summary>The rarity of the rarest word that is found nowhere, as a share of the rarest one's.</summary>
    Missing,

    /// <summary>The rarity of the rarest word that the sentence itself does not have, likewise.</summary>
    Outside,

    /// <summary>How many of the question's words are found nowhere.</summary>
    MissingWords,

    /// <summary><see cref="Missing"/> as it is, not as a share.</summary>
    MissingRarity,

    /// <summary><see cref="Outside"/> as it is.</summary>
    OutsideRarity,

    /// <summary>How many of the question's numbers the sentence does not have.</summary>
    NumbersMissing,

    /// <summary>How near each other the sentence has the words that are neighbours in the question.</summary>
    Closeness,

    /// <summary>The longest run of question words that the sentence has in the question's order, as a share of all.</summary>
    Run,

    /// <summary>The share of the sentence's words that are the question's.</summary>
    Density,

    /// <summary>How many words the sentence has.</summary>
    Length,

    /// <summary>How many words the question has.</summary>
    QuestionLength,

    /// <summary>How well the sentence holds the sort of thing that is asked for.</summary>
    Type,

    /// <summary>How many of its facts could be the short answer.</summary>
    Fitting,

    /// <summary>How many names it has that the question has not.</summary>
    NewNames,

    /// <summary>How many numbers it has that the question has not.</summary>
    NewNumbers,

    /// <summary>How many dates it has.</summary>
    Dates,

    /// <summary>Whether sentence (1) or surroundings (½) have what is asked for by name; 1 when nothing is.</summary>
    Focus,

    /// <summary>1 when the sentence says what something is or is called.</summary>
    Defines,

    /// <summary>1 when a person is asked for.</summary>
    AsksPerson,

    /// <summary>1 when a place is asked for.</summary>
    AsksPlace,

    /// <summary>1 when a date is asked for.</summary>
    AsksDate,

    /// <summary>1 when a number, sum, share or time is asked for.</summary>
    AsksNumber,

    /// <summary>1 when a reason or a manner is asked for.</summary>
    AsksReason,

    /// <summary>How early the sentence stands in its article: 1 for the first passage.</summary>
    Early,

    /// <summary>Its place in its passage, from 0.</summary>
    InPassage,

    /// <summary>1 for a caption when no photo is asked about.</summary>
    Aside,

    /// <summary>1 when the sentence opens with a pronoun, whose antecedent a reader would not see.</summary>
    Pronoun,

    /// <summary>1 for any language but English: of the others few synonyms or none are known, and there a word that is not found tells less.</summary>
    Unaided,

    /// <summary><see cref="Lacks.Type"/>.</summary>
    LacksType,

    /// <summary><see cref="Lacks.Said"/>.</summary>
    LacksSaid,

    /// <summary><see cref="Lacks.Thing"/>.</summary>
    LacksThing,

    /// <summary><see cref="Lacks.Deed"/>.</summary>
    LacksDeed,

    /// <summary><see cref="Lacks.Relation"/>.</summary>
    LacksRelation,

    /// <summary><see cref="Coverage"/>, less the best one's of all sentences found.</summary>
    CoverageBehind,

    /// <summary><see cref="Context"/>, less the best one's.</summary>
    ContextBehind,

    /// <summary><see cref="SentenceMatch"/>, less the best one's.</summary>
    MatchBehind,

    /// <summary>The share of the question that the sentences found of its article have together.</summary>
    Reach,

    /// <summary>The share of the sentences found that are of its article: what many articles have a little of, none may be about.</summary>
    OfArticle,

    /// <summary>The share of the question's words that stand in its article's title.</summary>
    Titled,

    /// <summary>How much of the question the sentence says the other way round: words whose opposites it has, and a denial that it has not.</summary>
    Reversed,

    /// <summary>1 when what somebody said is asked for.</summary>
    AsksSpeech,

    /// <summary>How many sentences were found.</summary>
    Found,

    /// <summary>What it is ranked by.</summary>
    Score,

    /// <summary><see cref="Score"/>, less the next best one's.</summary>
    Margin,

    /// <summary>How likely it is the one that answers, if one of them does.</summary>
    Chance,
}
