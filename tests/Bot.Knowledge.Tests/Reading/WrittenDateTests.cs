using System.Globalization;
using Bot.Knowledge.Reading.Pages;

namespace Bot.Knowledge.Tests.Reading;

public class WrittenDateTests
{
    [Theory]
    [InlineData("March 23, 2019", "2019-03-23T00:00:00Z")]
    [InlineData("Sat., 23 Mar. 2019", "2019-03-23T00:00:00Z")]
    [InlineData("March 23rd, 2019 at 2:05 p.m. EDT", "2019-03-23T14:05:00-04:00")]
    [InlineData("March 23, 2019, 12:30 AM UTC", "2019-03-23T00:30:00Z")]
    [InlineData("March 23, 2019, 9:12 a.m.", "2019-03-23T00:00:00Z")]
    [InlineData("23 March 2019 14:05 +02:00", "2019-03-23T14:05:00+02:00")]
    [InlineData("2019-03-23T14:05:00Z", "2019-03-23T14:05:00Z")]
    [InlineData("Samstag, 23. März 2019, 14:05 Uhr", "2019-03-23T00:00:00Z")]
    [InlineData("23.03.2019", "2019-03-23T00:00:00Z")]
    [InlineData("23 de marzo de 2019", "2019-03-23T00:00:00Z")]
    [InlineData("23 mars 2019", "2019-03-23T00:00:00Z")]
    [InlineData("23 مارس 2019", "2019-03-23T00:00:00Z")]
    [InlineData("2019年3月23日", "2019-03-23T00:00:00Z")]
    public void A_date_is_read(string words, string date) => Assert.Equal(DateTimeOffset.Parse(date, CultureInfo.InvariantCulture), WrittenDate.Read(words));

    [Theory]
    [InlineData("3/4/2019")]
    [InlineData("March 2019")]
    [InlineData("March 23")]
    [InlineData("February 30, 2019")]
    [InlineData("31.13.2019")]
    [InlineData("01.01.0000")]
    [InlineData("March 23, 2019 was a Saturday")]
    [InlineData("March 23, 2019, March 24, 2019")]
    [InlineData("March 23, 2019 +99:99")]
    [InlineData("٢٣ مارس ٢٠١٩")]
    [InlineData("Saturday")]
    [InlineData("")]
    public void What_is_no_date_or_could_be_two_is_not_guessed(string words) => Assert.Null(WrittenDate.Read(words));
}
