using Microsoft.AspNetCore.Identity;
using SmsPortal.Model;

namespace SmsPortal.People;

/// <summary>Holds Identity's own ways of setting a password to <see cref="PasswordRules"/>.</summary>
internal sealed class PasswordRulesValidator : IPasswordValidator<PortalUser>
{
    public Task<IdentityResult> ValidateAsync(UserManager<PortalUser> manager, PortalUser user, string? password) =>
        Task.FromResult(PasswordRules.Check(password ?? "", user.Email, user.DisplayName) is { } problem
            ? IdentityResult.Failed(new IdentityError { Code = problem.ToString(), Description = $"The password is refused: {problem}." })
            : IdentityResult.Success);
}
