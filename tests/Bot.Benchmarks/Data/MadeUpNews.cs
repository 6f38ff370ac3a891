using System.Globalization;
using System.Text;

namespace Bot.Benchmarks.Data;

/// <summary>
/// Local news of towns that are on no map, in English: article number 7 is the same whoever asks for it, and however many there are. Words are
/// as unequally frequent as in a paper, and new names come with every article.
/// </summary>
/// <param name="paragraphs">How many paragraphs an article has; each has four sentences.</param>
internal sealed class MadeUpNews(int paragraphs)
{
    private const int Sentences = 4;
    private const int PeopleEach = 3;

    private static readonly string[] Things =
        "bridge library tram harbour school market museum hospital station theatre pool tunnel lighthouse orchard quarry mill stadium reservoir ferry archive bakery cinema nursery garden".Split(' ');

    private static readonly string[] Qualities =
        "old new northern southern small large public former wooden planned municipal restored narrow crowded quiet flooded listed busy unfinished modern".Split(' ');

    private static readonly string[] Groups =
        "council workers engineers residents teachers traders farmers volunteers passengers doctors students drivers owners neighbours visitors police archaeologists surveyors".Split(' ');

    private static readonly string[] Deeds =
        "opened closed repaired moved painted extended sold inspected flooded rebuilt measured searched cleaned emptied fenced photographed insured leased".Split(' ');

    private static readonly string[] Causes =
        "the storm;a lack of money;rising rents;a burst pipe;the winter frost;a change of law;complaints about noise;the new timetable;a court ruling;the drought;a shortage of staff;an unpaid bill".Split(';');

    private static readonly string[] Months =
        [.. Enumerable.Range(1, 12).Select(month => CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month))];

    /// <summary>An article as an editor would save it.</summary>
    public string Markdown(int number)
    {
        var (place, thing) = (PlaceOf(number), Thing(number));
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"---\ntitle: The {thing} of {place}\npublished: {2001 + (number % 24)}-{1 + (number % 12):00}-{1 + (number % 28):00}\nlanguage: en\nstatus: published\n---\n");
        foreach (var paragraph in Paragraphs(number))
        {
            text.Append(paragraph).Append("\n\n");
        }

        return text.ToString();
    }

    /// <summary>The same article's sentences, paragraph by paragraph.</summary>
    public IEnumerable<string> Paragraphs(int number)
    {
        var random = new Random(number);
        for (var paragraph = 0; paragraph < paragraphs; paragraph++)
        {
            yield return string.Join(' ', Enumerable.Range(0, Sentences).Select(sentence => Sentence(number, (paragraph * Sentences) + sentence, random)));
        }
    }

    /// <summary>A question that the article answers.</summary>
    public static string Question(int number) => (number % 4) switch
    {
        0 => $"How long is the {Thing(number)} of {PlaceOf(number)}?",
        1 => $"Who is the mayor of {PlaceOf(number)}?",
        2 => $"When did the {Thing(number)} of {PlaceOf(number)} open?",
        _ => $"What did {Person(number, 1)} say about the {Thing(number)} in {PlaceOf(number)}?",
    };

    private static string Thing(int number) => Things[number * 7 % Things.Length];

    // Some towns are in the news again and again, and each week has new ones.
    private static string PlaceOf(int number) => MadeUpNames.Place(number % 3 == 0 ? number / 30 : number + 1_000);

    private static string Person(int number, int which) => MadeUpNames.Person((number * PeopleEach) + which);

    private static string Sentence(int number, int at, Random random)
    {
        var (place, thing) = (PlaceOf(number), Thing(number));
        var (some, group, deed, month) = (Often(Things, random), Often(Groups, random), Often(Deeds, random), Months[random.Next(12)]);
        var (day, year, figure) = (random.Next(1, 28), 1950 + random.Next(74), random.Next(12, 9_000));
        return at switch
        {
            0 => $"The {thing} of {place} opened on {day} {month} {year} after {figure} days of work.",
            1 => $"It is {random.Next(80, 4_000)} metres long and {random.Next(3, 40)} metres wide, the longest {thing} in the county.",
            2 => $"{Person(number, 0)}, the mayor of {place}, called it a promise kept.",
            3 => $"\"We waited {random.Next(2, 60)} years for this {thing},\" said {Person(number, 1)}.",
            _ => random.Next(8) switch
            {
                0 => $"The {group} of {place} {deed} the {Often(Qualities, random)} {some} in {month} {year} because of {Often(Causes, random)}.",
                1 => $"In {year} the town had {figure} inhabitants, {random.Next(2, 90)} percent more than ten years before.",
                2 => $"{Person(number, random.Next(PeopleEach))} said that the {Often(Qualities, random)} {some} would cost {figure} pounds.",
                3 => $"Near the {some} the {group} found {random.Next(2, 300)} letters that {Person(number, 2)} wrote to {MadeUpNames.Person(random.Next(40_000))}.",
                4 => $"The {Often(Qualities, random)} {some} in {MadeUpNames.Place(Rank(random, 4_000))} was {deed} for the second time since {year}.",
                5 => $"A report of {day} {month} counted {figure} {group} and {random.Next(2, 80)} {some}s between {place} and {MadeUpNames.Place(Rank(random, 4_000))}.",
                6 => $"According to {Person(number, 2)}, neither the {Often(Groups, random)} nor the {group} {deed} anything at the {some}.",
                _ => $"The {group} asked for a {Often(Qualities, random)} {some} instead, but {Often(Causes, random)} left no room for it.",
            },
        };
    }

    private static string Often(string[] words, Random random) => words[Rank(random, words.Length)];

    // The first is taken about twice as often as the second of each doubling: Zipf's law, near enough.
    private static int Rank(Random random, int of) => (int)Math.Pow(of, random.NextDouble()) - 1;
}
