namespace SmsPortal.People;

/// <summary>Why a change of grants, teams or groups was refused. The words are the page's.</summary>
public enum AccessProblem
{
    /// <summary>The line, group, person, team or grant is not there (any more).</summary>
    Gone,

    NameMissing,
    NameTaken,

    /// <summary>The end lies in the past.</summary>
    EndsInThePast,

    /// <summary>Who asks is not an admin (any more).</summary>
    NotAllowed,
}
