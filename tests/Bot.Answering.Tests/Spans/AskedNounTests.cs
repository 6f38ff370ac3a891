using Bot.Answering.Questions;
using Bot.Answering.Spans;

namespace Bot.Answering.Tests.Spans;

public sealed class AskedNounTests
{
    private const int Animal = 5;
    private const int Artifact = 6;
    private const int Food = 13;
    private const int Person = 18;
    private const int State = 26;

    [Theory]
    [InlineData("What disease killed the rats?", State)]
    [InlineData("Which lawyer spoke for Lorne?", Person)]
    [InlineData("What sea wall did they build?", Artifact)]
    [InlineData("How many soldiers came to Lorne?", Person)]
    public void It_is_the_last_noun_before_the_verb(string question, int supersense) => Assert.Equal(supersense, Of(question));

    [Theory]
    [InlineData("What was the disease that killed them?", State)]
    [InlineData("Who was the first lawyer of the town?", Person)]
    [InlineData("What is the best soup in Lorne?", Food)]
    public void Behind_is_and_was_it_is_the_first(string question, int supersense) => Assert.Equal(supersense, Of(question));

    [Theory]
    [InlineData("What kind of disease was it?", State)]
    [InlineData("Which types of dog are allowed?", Animal)]
    [InlineData("What was the name of the lawyer?", Person)]
    public void A_kind_of_something_is_that_thing(string question, int supersense) => Assert.Equal(supersense, Of(question));

    [Theory]
    [InlineData("What did the lawyer say?")]
    [InlineData("Who visited it?")]
    [InlineData("Which part of Velmar burned?")]
    [InlineData("Name it.")]
    public void Some_questions_have_none(string question) => Assert.Equal(0, Of(question));

    private static int Of(string question) => Asking.Of(QuestionReader.Read(question, "en")).Supersense;
}
