using Shouldly;
using SmsPortal.People;
using Xunit;

namespace SmsPortal.Tests.People;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("seven quiet harbours")]
    [InlineData("correct horse 9 staple")]
    [InlineData("ljvqmxwzkrtp")]
    [InlineData("пять тихих гаваней")]
    [InlineData("password is what my cat dreams of")]
    public void ALongUncommonPassword_OfAnyCharacters_IsFine(string password) => Check(password).ShouldBeNull();

    [Theory]
    [InlineData("password1234")]
    [InlineData("P@ssw0rd2024!")]
    [InlineData("Passwordpassword")]
    [InlineData("1234567890123")]
    [InlineData("aaaaaaaaaaaaaa")]
    [InlineData("abcabcabcabc")]
    [InlineData("qwertyuiopasdf")]
    [InlineData("Summer-2026!!")]
    [InlineData("iloveyou123456")]
    [InlineData("!!Welcome2026!!")]
    [InlineData("changemechangeme")]
    public void ACommonPassword_AlsoInDisguise_IsRefused(string password) => Check(password).ShouldBe(PersonProblem.PasswordCommon);

    [Theory]
    [InlineData("the ana.lovelace fan")]
    [InlineData("I am LOVELACE myself")]
    public void APassword_WithThePersonsName_IsRefused(string password) => Check(password).ShouldBe(PersonProblem.PasswordHoldsName);

    [Fact]
    public void Length_HasItsBordersAt12And256()
    {
        Check("kq8 zv1 mx4").ShouldBe(PersonProblem.PasswordTooShort);
        Check("kq8 zv1 mx42").ShouldBeNull();
        Check(Long(256)).ShouldBeNull();
        Check(Long(257)).ShouldBe(PersonProblem.PasswordTooLong);
    }

    [Fact]
    public void TheList_HasAThousandEntriesAtLeast_EachRefused()
    {
        CommonPasswords.Count.ShouldBeGreaterThan(1000);
        CommonPasswords.Contains("letmeinplease").ShouldBeTrue();
        CommonPasswords.Contains("sdfghjklzxcvb").ShouldBeTrue();
    }

    private static string Long(int length) => string.Concat(Enumerable.Range(0, length).Select(i => (char)('a' + (i * i % 23))));

    private static PersonProblem? Check(string password) => PasswordRules.Check(password, "ana.lovelace@example.org", "Ana Lovelace");
}
