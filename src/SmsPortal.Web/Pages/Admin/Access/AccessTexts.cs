using SmsPortal.Model;
using SmsPortal.People;
using SmsPortal.Web.Resources;

namespace SmsPortal.Web.Pages.Admin.Access;

/// <summary>The words for levels and refusals.</summary>
public static class AccessTexts
{
    public static string Of(AccessProblem problem) => problem switch
    {
        AccessProblem.NameMissing => Strings.AccessNameMissing,
        AccessProblem.NameTaken => Strings.AccessNameTaken,
        AccessProblem.EndsInThePast => Strings.AccessEndsInThePast,
        AccessProblem.NotAllowed => Strings.NotAllowedText,
        _ => Strings.AccessGone,
    };

    public static string Of(AccessLevel level) => level switch
    {
        AccessLevel.Read => Strings.LevelRead,
        AccessLevel.Operate => Strings.LevelOperate,
        _ => Strings.LevelManage,
    };

    /// <summary>"3 lines, 2 people".</summary>
    public static string Of(GrantReach reach) => Words.Count(reach.Lines, Strings.OneLine, Strings.ManyLines) + ", " + Words.Count(reach.People, Strings.OnePerson, Strings.ManyPeople);

    /// <summary>Through what a grant reaches somebody: "granted directly", "as a member of Growth, through the group Rentals".</summary>
    public static string Of(LineReader reader) => reader switch
    {
        { IsAdmin: true } => Strings.ReasonAdmin,
        { Team: { } team, Group: { } group } => Words.Of(Strings.ReasonTeamGroup, team, group),
        { Team: { } team } => Words.Of(Strings.ReasonTeam, team),
        { Group: { } group } => Words.Of(Strings.ReasonGroup, group),
        _ => Strings.ReasonDirect,
    };
}
