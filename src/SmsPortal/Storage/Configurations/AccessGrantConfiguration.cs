using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmsPortal.Model;

namespace SmsPortal.Storage.Configurations;

internal sealed class AccessGrantConfiguration : IEntityTypeConfiguration<AccessGrant>
{
    public void Configure(EntityTypeBuilder<AccessGrant> builder)
    {
        builder.ToTable("access_grant", table =>
        {
            table.HasCheckConstraint("ck_access_grant_what", "num_nonnulls(line_id, group_id) = 1");
            table.HasCheckConstraint("ck_access_grant_who", "num_nonnulls(user_id, team_id) = 1");
        });
        builder.HasOne<PhoneLine>().WithMany().HasForeignKey(grant => grant.LineId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<LineGroup>().WithMany().HasForeignKey(grant => grant.GroupId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(grant => grant.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Team>().WithMany().HasForeignKey(grant => grant.TeamId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(grant => new { grant.LineId, grant.GroupId, grant.UserId, grant.TeamId }).IsUnique().AreNullsDistinct(false);
    }
}
