using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmsPortal.Model;

namespace SmsPortal.Storage.Configurations;

internal sealed class SmsCheckConfiguration : IEntityTypeConfiguration<SmsCheck>
{
    public void Configure(EntityTypeBuilder<SmsCheck> builder)
    {
        builder.ToTable("sms_check");
        builder.HasOne<PhoneLine>().WithMany().HasForeignKey(check => check.LineId);

        // The poll follows what is open.
        builder.HasIndex(check => new { check.AccountId, check.DueAt }).HasFilter("due_at IS NOT NULL");
        builder.HasIndex(check => new { check.AccountId, check.RequestId }).IsUnique();
    }
}
