using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using SmsPortal.Storage;

namespace SmsPortal.Migrations;

/// <summary>Lets <c>dotnet ef migrations add</c> build the model without a database.</summary>
public sealed class DesignTimeFactory : IDesignTimeDbContextFactory<PortalDb>
{
    public PortalDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<PortalDb>();
        StorageRoom.Configure(options, StorageRoom.DataSource("Host=localhost;Database=design"));
        return new PortalDb(options.Options);
    }
}
