using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmsPortal.Model;

namespace SmsPortal.Storage.Configurations;

internal sealed class LineAccessConfiguration : IEntityTypeConfiguration<LineAccess>
{
    public void Configure(EntityTypeBuilder<LineAccess> builder)
    {
        builder.ToTable("line_access");

        // The visibility predicate is a look-up by this key.
        builder.HasKey(access => new { access.UserId, access.LineId });

        // "Who can read this line."
        builder.HasIndex(access => access.LineId);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(access => access.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<PhoneLine>().WithMany().HasForeignKey(access => access.LineId).OnDelete(DeleteBehavior.Cascade);
    }
}
