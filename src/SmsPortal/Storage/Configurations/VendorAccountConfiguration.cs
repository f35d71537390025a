using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmsPortal.Model;

namespace SmsPortal.Storage.Configurations;

internal sealed class VendorAccountConfiguration : IEntityTypeConfiguration<VendorAccount>
{
    public void Configure(EntityTypeBuilder<VendorAccount> builder)
    {
        builder.ToTable("vendor_account");
        builder.Property(account => account.Name).HasMaxLength(200);

        // The same key connected twice is refused.
        builder.HasIndex(account => account.KeyFingerprint).IsUnique();

        // A webhook path is looked up by the hash of its secret.
        builder.HasIndex(account => account.WebhookSecretHash).IsUnique();
    }
}
