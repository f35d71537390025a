using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmsPortal.Model;

namespace SmsPortal.Storage.Configurations;

internal sealed class AccountHealthConfiguration : IEntityTypeConfiguration<AccountHealth>
{
    public void Configure(EntityTypeBuilder<AccountHealth> builder)
    {
        builder.ToTable("account_health");
        builder.HasKey(health => health.AccountId);
        builder.Property(health => health.AccountId).ValueGeneratedNever();
        builder.HasOne<VendorAccount>().WithOne().HasForeignKey<AccountHealth>(health => health.AccountId);
    }
}
