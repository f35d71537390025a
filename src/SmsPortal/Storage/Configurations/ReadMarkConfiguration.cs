using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmsPortal.Model;

namespace SmsPortal.Storage.Configurations;

internal sealed class ReadMarkConfiguration : IEntityTypeConfiguration<ReadMark>
{
    public void Configure(EntityTypeBuilder<ReadMark> builder)
    {
        builder.ToTable("read_mark");
        builder.HasKey(mark => new { mark.UserId, mark.LineId });
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(mark => mark.UserId);
        builder.HasOne<PhoneLine>().WithMany().HasForeignKey(mark => mark.LineId);
    }
}
