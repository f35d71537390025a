using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmsPortal.Model;

namespace SmsPortal.Storage.Configurations;

internal sealed class ReadExceptionConfiguration : IEntityTypeConfiguration<ReadException>
{
    public void Configure(EntityTypeBuilder<ReadException> builder)
    {
        builder.ToTable("read_exception");
        builder.HasKey(exception => new { exception.UserId, exception.MessageId });
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(exception => exception.UserId);
    }
}
