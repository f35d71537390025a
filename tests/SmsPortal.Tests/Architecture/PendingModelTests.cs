using Microsoft.EntityFrameworkCore;
using Shouldly;
using SmsPortal.Migrations;
using Xunit;

namespace SmsPortal.Tests.Architecture;

public sealed class PendingModelTests
{
    [Fact]
    public void The_migrations_hold_the_whole_model()
    {
        using var db = new DesignTimeFactory().CreateDbContext([]);
        db.Database.HasPendingModelChanges().ShouldBeFalse("run: dotnet ef migrations add NAME --project migrations/SmsPortal.Migrations --startup-project migrations/SmsPortal.Migrations -o Migrations");
    }
}
