using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmsPortal.Model;

namespace SmsPortal.Storage.Configurations;

internal sealed class PhoneLineConfiguration : IEntityTypeConfiguration<PhoneLine>
{
    public void Configure(EntityTypeBuilder<PhoneLine> builder)
    {
        builder.ToTable("phone_line");
        builder.HasOne<VendorAccount>().WithMany().HasForeignKey(line => line.AccountId).OnDelete(DeleteBehavior.Restrict);

        // Intake finds the line of a text; the poll creates missing ones with ON CONFLICT.
        builder.HasIndex(line => new { line.AccountId, line.LineKey }).IsUnique();

        // GetSMS: the open line that holds a number.
        builder.HasIndex(line => new { line.AccountId, line.Number });

        // The poll claims what is due, account by account.
        builder.HasIndex(line => new { line.AccountId, line.PollDueAt }).HasFilter("poll_due_at IS NOT NULL");
    }
}
