using Bot.Knowledge.Articles;
using Bot.Knowledge.Passages;

namespace Bot.Knowledge.Tests.Passages;

public sealed class SentenceSplitterTests
{
    // ¦ stands where a sentence ends before a space, ‖ where one ends and none follows, ⏎ for a line end within a sentence.
    [Theory]
    [InlineData("He left the U.S. Army in May.¦She stayed.")]
    [InlineData("It ended in the U.S.¦He said so.")]
    [InlineData("It ended in the U.S.¦\"We won,\" he said.")]
    [InlineData("Troops left the U.S.-backed force.¦Then it ended.")]
    [InlineData("Gen. Mark Milley met Lt. Col. Ann Lee and Sgt. Roy Hill.¦They spoke.")]
    [InlineData("On Jan. 5 and Feb. 7 it rained.¦It was cold in Dec.¦The river froze.")]
    [InlineData("It began at 3 a.m. Monday.¦It ended at 5 p.m.¦Police came.")]
    [InlineData("The show starts at 9 p.m. ET on Fox.")]
    [InlineData("Mr. and Mrs. Lodge saw Dr. No.¦Nobody else did.")]
    [InlineData("Apple Inc. chief Tim Cook spoke.¦He works for Apple Inc.¦The firm is old.")]
    [InlineData("Room No. 5 is free.¦Is it?¦No.¦Ask No. HM245923.")]
    [InlineData("Roe v. Wade and Rangers vs. Devils are different, e.g. Roe is a case, i.e. Law.")]
    [InlineData("They met at St. Mary's on Main St.¦The church was full.")]
    [InlineData("She holds a Ph.D. from M.I.T. in physics.¦She earned a Ph.D.¦It took years.")]
    [InlineData("J. K. Rowling and George W. Bush met J.R.R. Tolkien.¦They ate.")]
    [InlineData("In World War I.¦Germany lost.")]
    [InlineData("She needs vitamin C.¦It helps.")]
    [InlineData("It grew 3.5 percent to $1.2 million.¦Prices fell .5 percent.")]
    [InlineData("See www.example.com or mail a.b@c.org.¦Then open file.txt or Program.Main in ASP.NET.")]
    [InlineData("Use .NET for it.¦It works.")]
    [InlineData("Is it http://a.b/c?d=E.F you want?¦Yes.")]
    [InlineData("Well ... maybe not.¦He waited...¦Then he left.¦So… no.")]
    [InlineData("\"We won.¦We beat them,\" he said.¦\"Then we left.\"¦The end.")]
    [InlineData("“We are going home.”¦“We” means all of us.")]
    [InlineData("\"Really?\" he asked.¦\"Yes!\" she cried.")]
    [InlineData("\"Is it over?\" Mustafa Bali asked.¦\"It is!\" Trump said.")]
    [InlineData("\"Is it over?\"¦The crowd was silent.")]
    [InlineData("He called it \"over.\"¦She did not.")]
    [InlineData("(It was late.)¦We left (by car, e.g. a Ford) at once.")]
    [InlineData("Trump said, \"[We] seek peace.\"¦[We] meant all.")]
    [InlineData("What?!¦No!!!¦Really??¦Yes.")]
    [InlineData("It fell.[12][13]¦He rose.:93¦They met.[citation needed]")]
    [InlineData("It ended on Friday.‖The next day it rained.")]
    [InlineData("\"They left,\" she said on Tuesday.‖\"Our town is safe.\"")]
    [InlineData("He sold his iPhone.¦iPads he kept.¦al-Baghdadi fled.")]
    [InlineData("approx. three of them left, he said. and then no more.")]
    [InlineData("Smith et al. found it in Fig. 3 and Fig. S2 on pp. 5-9 of vol. 2.¦They published.")]
    [InlineData("1. Peel the apples.¦2. Cut them.¦3. Wash them.")]
    [InlineData("a. Wash the apples.¦Then eat.")]
    [InlineData("Candidates ; 1. Johnny Manziel ; 2. Collin Klein")]
    [InlineData("Feb 9, 2021 ... Lane Park will be closed.")]
    [InlineData("It was seen after 60 h.¦Analysis showed it.")]
    [InlineData("Developed after World War I , the movement grew ( / art / ) .¦Dadaism ( / x / ) .¦It ended .")]
    [InlineData("The U . S . Army came .¦It left .")]
    [InlineData("`` He won . ''¦They left ( see below . )¦Then Mr . Smith came ! !¦Done .")]
    [InlineData("Wait . . . what ?¦Nothing .")]
    [InlineData("It was wrapped⏎over two lines.¦Really.")]
    [InlineData("Great!¦🎉 Next one.")]
    [InlineData("Carbon dioxide is CO⏎2 and water.¦Yes.")]
    [InlineData("The lead is safe, etc.¦Others are not.")]
    [InlineData("Sen. Tim Scott, R-S.C., and Rep. Al Green, D-Texas, met in Washington, D.C.¦They agreed.")]
    [InlineData("Martin Luther King Jr. Day is in January.¦It honors King Jr.¦He died in 1968.")]
    [InlineData("He was born in 1960.¦1970 was better.")]
    [InlineData("She left.¦He stayed. * * *")]
    public void English(string marked) => AssertSplits("en", marked);

    [Theory]
    [InlineData("Das gilt z. B. für Berlin, d. h. überall.¦Es stimmt.")]
    [InlineData("Das sind z.B. Hunde bzw. Katzen, ca. Zehn.¦Gut.")]
    [InlineData("Am 3. März und am 12. April war es kalt.¦Dann kam der 3. Oktober.")]
    [InlineData("Im 2. Weltkrieg fiel Kaiser Wilhelm II. nicht.¦Es war der 3.¦Er blieb.")]
    [InlineData("Das war 1990.¦Die Mauer war weg.")]
    [InlineData("Herr Dr. Müller und Prof. Dr. Klein sahen Nr. 5 an.¦Sie gingen.")]
    [InlineData("„Wir gehen.“¦„Warum?“, fragte er.¦„Darum!“ sagte sie.")]
    [InlineData("»Wir gehen.«¦Sie gingen.")]
    [InlineData("Sie kaufte Äpfel, Birnen usw.¦Dann ging sie.")]
    [InlineData("Es kostet 30 Mio. Euro bzw. 3,5 Mrd. Dollar.")]
    [InlineData("Um 500 v. Chr. lebten dort Menschen.¦Sie jagten.")]
    public void German(string marked) => AssertSplits("de", marked);

    [Theory]
    [InlineData("El Sr. García y la Sra. López viven en EE. UU. desde 1990.¦Son felices.")]
    [InlineData("¿Qué pasó?¦¡Nada!¦El Dr. Ruiz lo vio.")]
    [InlineData("«Ganamos.»¦Eso dijo p. ej. Ana.")]
    [InlineData("Vive en la Av. Libertad núm. 5.¦Es grande.")]
    [InlineData("Nació en el 44 a. C. en Roma.¦Murió allí.")]
    public void Spanish(string marked) => AssertSplits("es", marked);

    [Theory]
    [InlineData("M. Macron a vu M. Le Pen et MM. Dupont.¦Il est parti.")]
    [InlineData("En 52 av. J.-C., César gagna.¦Il rentra.")]
    [InlineData("« Nous partons.\u00A0»¦Ils sont partis.")]
    [InlineData("«\u00A0Vraiment\u00A0?\u00A0» demanda-t-il.¦Oui\u00A0!¦Non.")]
    [InlineData("Il lit J. Le Goff et cf. Art. 5, p. ex. Nice.¦Voilà.")]
    public void French(string marked) => AssertSplits("fr", marked);

    [Theory]
    [InlineData("هل انتهت الحرب؟¦نعم.¦قال د. أحمد ذلك.")]
    [InlineData("بلغ النمو 3.5 في المئة.¦ثم انخفض؛ لكنه عاد.")]
    [InlineData("یہ سچ ہے۔‖وہ گیا۔")]
    [InlineData("\"هل فزنا؟\" سأل الرجل.¦لم نفز.")]
    public void Arabic(string marked) => AssertSplits("ar", marked);

    [Theory]
    [InlineData("डॉ. सिंह घर गए।¦वे खुश थे।‖क्या यह सच है?¦हाँ॥")]
    [InlineData("एस. के. वर्मा ने 3.5 लाख दिए।¦ठीक है।")]
    [InlineData("उन्होंने कहा, \"हम जीते।\"¦फिर वे गए।")]
    public void Hindi(string marked) => AssertSplits("hi", marked);

    [Theory]
    [InlineData("战争结束了。‖他说：“我们赢了。”‖真的吗？！‖是的！")]
    [InlineData("“你好。”他说。‖“再见！”她笑着说道。")]
    [InlineData("（他走了。）‖增长了3.5%。‖“我们”走了。")]
    [InlineData("真的吗?‖是的!‖好。")]
    [InlineData("他走了。‖“我们留下。”‖天黑了……")]
    public void Chinese(string marked) => AssertSplits("zh", marked);

    [Theory]
    [InlineData("戦争は終わった。‖「勝った。」と彼は言った。‖本当か？‖そうだ！")]
    [InlineData("彼は「行く。」などと話した。‖『本』を読む。")]
    [InlineData("「もう帰る！」‖彼女は帰った。‖価格は3.5倍だ。")]
    [InlineData("作品名は「それいけ！」という。‖以上。")]
    public void Japanese(string marked) => AssertSplits("ja", marked);

    [Theory]
    [InlineData("el", "Τι έγινε;¦Τίποτα.¦Είναι καλά, π.χ. εδώ.")]
    [InlineData("ru", "А. С. Пушкин жил в г. Москве и т. д.¦Он писал.")]
    [InlineData("tr", "I. Dünya Savaşı bitti.¦Dr. Kaya geldi.¦Bu 3. Selim değil.")]
    [InlineData("xx", "Dr. Foo bar.¦Baz qux, e.g. Foo.")]
    [InlineData("en-GB", "Mr. Foo left.¦He ran.")]
    public void Other_languages_and_unknown_ones(string language, string marked) => AssertSplits(language, marked);

    [Theory]
    [InlineData("First item\nSecond item\nThird item", 3)]
    [InlineData("Heading\n\nlower case text", 2)]
    [InlineData("A sentence that\nwas wrapped\nthrice.", 1)]
    [InlineData("It includes:\napples\nA | B | C\n1:36 p.m. | Peacock", 4)]
    [InlineData("The committee of ministers that met in the\nUnited Kingdom agreed.", 1)]
    public void Lines_end_sentences_unless_prose_was_wrapped(string text, int sentences) =>
        Assert.Equal(sentences, SentenceSplitter.Split(text, new(0, text.Length), "en").Length);

    [Fact]
    public void Long_lists_are_cut_at_semicolons_first()
    {
        var text = string.Join("; ", Enumerable.Repeat("a member of the council, of the board and of the committee", 12));

        var sentences = SentenceSplitter.Split(text, new(0, text.Length), "en");

        Assert.True(sentences.Length > 1);
        Assert.All(sentences[..^1], sentence => Assert.EndsWith(";", sentence.In(text), StringComparison.Ordinal));
    }

    [Fact]
    public void A_long_word_stays_whole_up_to_a_thousand_characters()
    {
        var text = "See " + new string('x', 900) + " there";

        Assert.Contains(SentenceSplitter.Split(text, new(0, text.Length), "en"), sentence => sentence.In(text) == new string('x', 900));
    }

    [Fact]
    public void Text_without_spaces_is_cut_at_its_commas()
    {
        var text = string.Concat(Enumerable.Repeat("他走了很远的路，", 100));

        Assert.All(SentenceSplitter.Split(text, new(0, text.Length), "zh"), sentence => Assert.EndsWith("，", sentence.In(text), StringComparison.Ordinal));
    }

    [Fact]
    public void Joined_emoji_are_never_cut()
    {
        const string Family = "👩‍👩‍👧‍👦";
        var text = string.Concat(Enumerable.Repeat(Family, 300));

        Assert.All(SentenceSplitter.Split(text, new(0, text.Length), "en"), sentence => Assert.Equal(0, sentence.Start % Family.Length));
    }

    [Fact]
    public void Only_the_given_part_is_split()
    {
        const string Text = "Left out. In it. In it too. Left out.";

        Assert.Equal([new(10, 16), new(17, 27)], SentenceSplitter.Split(Text, new(10, 27), "en"));
    }

    [Fact]
    public void A_part_outside_the_text_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SentenceSplitter.Split("short", new(0, 6), "en"));

    private static void AssertSplits(string language, string marked)
    {
        var text = marked.Replace('¦', ' ').Replace("‖", "", StringComparison.Ordinal).Replace('⏎', '\n');
        var sentences = SentenceSplitter.Split(text, new TextSpan(0, text.Length), language).Select(sentence => sentence.In(text));
        Assert.Equal(marked.Replace('⏎', '\n').Split('¦', '‖'), sentences);
    }
}
