using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using SmsPortal.Model;

namespace SmsPortal.Storage;

/// <summary>PostgreSQL as EF Core sees it. The hot reads and the intake speak SQL (<c>*Queries</c>, <c>MessageWriter</c>).</summary>
public sealed class PortalDb(DbContextOptions<PortalDb> options) : IdentityDbContext<PortalUser, IdentityRole<Guid>, Guid>(options)
{
    public DbSet<VendorAccount> Accounts => Set<VendorAccount>();
    public DbSet<AccountHealth> AccountHealth => Set<AccountHealth>();
    public DbSet<PhoneLine> Lines => Set<PhoneLine>();
    public DbSet<LineNumber> LineNumbers => Set<LineNumber>();
    public DbSet<LineGroup> LineGroups => Set<LineGroup>();
    public DbSet<LineGroupMember> LineGroupMembers => Set<LineGroupMember>();
    public DbSet<Team> Teams => Set<Team>();
    public DbSet<TeamMember> TeamMembers => Set<TeamMember>();
    public DbSet<AccessGrant> Grants => Set<AccessGrant>();
    public DbSet<LineAccess> LineAccess => Set<LineAccess>();
    public DbSet<Message> Messages => Set<Message>();
    public DbSet<MessageIdentity> MessageIdentities => Set<MessageIdentity>();
    public DbSet<MessageSighting> Sightings => Set<MessageSighting>();
    public DbSet<ReadMark> ReadMarks => Set<ReadMark>();
    public DbSet<ReadException> ReadExceptions => Set<ReadException>();
    public DbSet<OutboxEntry> Outbox => Set<OutboxEntry>();
    public DbSet<UnreadablePost> UnreadablePosts => Set<UnreadablePost>();
    public DbSet<SmsCheck> Checks => Set<SmsCheck>();
    public DbSet<DataProtectionKeyRow> DataProtectionKeys => Set<DataProtectionKeyRow>();
    public DbSet<PortalSetting> Settings => Set<PortalSetting>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.HasSequence<long>("message_id_seq");
        builder.ApplyConfigurationsFromAssembly(typeof(PortalDb).Assembly);
        SnakeCase.Apply(builder);
    }
}
