using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmsPortal.Model;

namespace SmsPortal.Storage.Configurations;

internal sealed class LineGroupMemberConfiguration : IEntityTypeConfiguration<LineGroupMember>
{
    public void Configure(EntityTypeBuilder<LineGroupMember> builder)
    {
        builder.ToTable("line_group_member");
        builder.HasKey(member => new { member.GroupId, member.LineId });
        builder.HasOne<LineGroup>().WithMany().HasForeignKey(member => member.GroupId);
        builder.HasOne<PhoneLine>().WithMany().HasForeignKey(member => member.LineId);
    }
}
