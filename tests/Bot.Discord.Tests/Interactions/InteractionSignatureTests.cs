using Bot.Discord.Interactions;

namespace Bot.Discord.Tests.Interactions;

public sealed class InteractionSignatureTests
{
    /// <summary>RFC 8032, section 7.1: tests 1, 2, 3 and SHA(abc).</summary>
    public static TheoryData<string, string, string> Vectors => new()
    {
        {
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
            "",
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
        },
        {
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
            "72",
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
        },
        {
            "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
            "af82",
            "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
        },
        {
            "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf",
            "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
            "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704"
        },
    };

    [Theory, MemberData(nameof(Vectors))]
    public void Takes_what_the_standard_signs_and_nothing_beside_it(string key, string message, string signature)
    {
        var signs = new InteractionSignature(key);
        var body = Convert.FromHexString(message);
        Assert.True(signs.Signs(signature, "", body));
        Assert.False(signs.Signs(signature, "1", body));
        Assert.False(signs.Signs(signature, "", [.. body, 0]));
        Assert.False(signs.Signs(signature.ToUpperInvariant(), "", body));
        Assert.False(signs.Signs(signature[..^2], "", body));
    }

    [Fact]
    public void Refuses_a_signature_whose_scalar_is_beyond_the_groups_order()
    {
        // The first vector's with the order added: the same to a careless verifier.
        const string Malleable = "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901554c8c7872aa064e049dbb3013fbf29380d25bf5f0595bbe24655141438e7a101b";
        Assert.False(new InteractionSignature("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a").Signs(Malleable, "", []));
    }

    [Theory]
    [InlineData("", false), InlineData("d75a", false), InlineData("z75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", false), InlineData("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", true)]
    public void Knows_a_public_key(string text, bool known) => Assert.Equal(known, InteractionSignature.IsKey(text));
}
