using Bot.Knowledge.Languages;

namespace Bot.Knowledge.Tests.Languages;

public class LanguageGuessTests
{
    [Theory]
    [InlineData("en", "Where did the last fighters surrender?")]
    [InlineData("en", "Why?")]
    [InlineData("de", "Wann haben die Kämpfer die Stadt verlassen?")]
    [InlineData("de", "Wer ist der Präsident?")]
    [InlineData("es", "¿Cuándo se rindieron los últimos combatientes?")]
    [InlineData("es", "quien es el presidente")]
    [InlineData("fr", "Quand est-ce que les combattants se sont rendus ?")]
    [InlineData("it", "Quando sono stati sconfitti gli ultimi combattenti della città?")]
    [InlineData("pt", "Quando foram derrotados os últimos combatentes do grupo?")]
    [InlineData("nl", "Wanneer werden de laatste strijders van het gebied verslagen?")]
    [InlineData("ru", "Когда сдались последние боевики?")]
    [InlineData("ru", "Кто там?")]
    [InlineData("uk", "Коли здалися останні бойовики?")]
    [InlineData("ar", "متى استسلم آخر المقاتلين؟")]
    [InlineData("fa", "چه کسی رئیس جمهور است؟")]
    [InlineData("ur", "صدر کون ہے؟")]
    [InlineData("hi", "आखिरी लड़ाकों ने कब आत्मसमर्पण किया?")]
    [InlineData("ja", "最後の戦闘員はいつ降伏しましたか？")]
    [InlineData("zh", "最后的武装分子何时投降？")]
    [InlineData("ko", "마지막 전투원들은 언제 항복했습니까?")]
    [InlineData("el", "Πότε παραδόθηκαν;")]
    [InlineData("he", "מתי נכנעו הלוחמים?")]
    [InlineData("th", "นักรบยอมจำนนเมื่อไร")]
    [InlineData("ar", "ما هو Windows Server؟ ومتى صدر هذا النظام؟")]
    public void A_sentence_tells_its_language(string language, string text) => Assert.Equal(language, LanguageGuess.Of(text));

    [Theory]
    [InlineData("")]
    [InlineData("2019?")]
    [InlineData("😀")]
    [InlineData("Baghouz")]
    [InlineData("de la")]
    public void What_could_be_any_language_is_not_guessed(string text) => Assert.Null(LanguageGuess.Of(text));
}
