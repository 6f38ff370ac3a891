using System.ComponentModel.DataAnnotations;
using Bot.Knowledge.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Bot.Knowledge.Tests.Settings;

public sealed class SettingsSectionTests
{
    [Fact]
    public void A_value_of_the_wrong_type_is_named_with_what_is_written_instead() =>
        Assert.Equal(["Tea:Cups is 'four': write a whole number, such as 2."], ComplaintsOf(("Cups", "four")));

    [Fact]
    public void No_value_is_made_up_for_a_setting_that_has_none_by_default() =>
        Assert.Equal(["Tea:Biscuits is 'some': write a whole number."], ComplaintsOf(("Biscuits", "some")));

    [Fact]
    public void A_value_out_of_range_is_named_with_its_range() =>
        Assert.Equal(["Tea:Steep is '02:00:00': write 00:00:00.5 to 00:10:00."], ComplaintsOf(("Steep", "02:00:00")));

    [Fact]
    public void A_setting_that_may_not_be_empty_is_named_with_what_holds_without_it() =>
        Assert.Equal(["Tea:Kind is empty: remove the setting for 'green'."], ComplaintsOf(("Kind", "")));

    [Fact]
    public void A_rule_with_words_of_its_own_speaks_for_itself() =>
        Assert.Equal(["Tea:Milk is too much."], ComplaintsOf(("Milk", "40")));

    [Fact]
    public void A_word_that_is_none_of_the_words_allowed_is_named_with_them() =>
        Assert.Equal(["Tea:Sweet is 'very': write Never or Always, such as Never."], ComplaintsOf(("Sweet", "very")));

    [Fact]
    public void A_slip_of_the_pen_is_named_with_the_setting_that_was_meant() =>
        Assert.Equal(["Tea:Cusp is no setting: did you mean Tea:Cups?"], ComplaintsOf(("Cusp", "4")));

    [Fact]
    public void What_is_nowhere_near_a_setting_may_stay() => Assert.Empty(ComplaintsOf(("Marmalade", "4")));

    [Fact]
    public void All_that_is_wrong_is_named_at_once() =>
        Assert.Equal(3, ComplaintsOf(("Cups", "four"), ("Milk", "40"), ("Stepe", "00:01:00")).Length);

    [Fact]
    public void What_can_be_read_is_read()
    {
        using var services = With(("cups", "3"), ("Steep", "00:04:00"), ("Guests:0", "Ann"), ("Guests:1", "Ben"));
        var tea = services.GetRequiredService<IOptions<TeaOptions>>().Value;
        Assert.Equal((3, TimeSpan.FromMinutes(4), "green"), (tea.Cups, tea.Steep, tea.Kind));
        Assert.Equal(["Ann", "Ben"], tea.Guests);
    }

    private static string[] ComplaintsOf(params (string Name, string Value)[] settings)
    {
        using var services = With(settings);
        try
        {
            services.GetRequiredService<IStartupValidator>().Validate();
            return [];
        }
        catch (OptionsValidationException wrong)
        {
            return [.. wrong.Failures];
        }
    }

    private static ServiceProvider With(params (string Name, string Value)[] settings) => new ServiceCollection()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create("Tea:" + setting.Name, (string?)setting.Value))).Build())
        .AddSettings<TeaOptions>("Tea")
        .BuildServiceProvider();

    private enum Sweetness
    {
        Never,
        Always,
    }

    private sealed class TeaOptions
    {
        [Range(1, 9)]
        public int Cups { get; set; } = 2;

        [Range(0, 10, ErrorMessage = "Tea:Milk is too much.")]
        public int Milk { get; set; }

        [Range(typeof(TimeSpan), "00:00:00.5", "00:10:00", ParseLimitsInInvariantCulture = true)]
        public TimeSpan Steep { get; set; } = TimeSpan.FromMinutes(3);

        [Required]
        public string Kind { get; set; } = "green";

        public int? Biscuits { get; set; }

        public Sweetness Sweet { get; set; }

        public List<string> Guests { get; set; } = [];
    }
}
