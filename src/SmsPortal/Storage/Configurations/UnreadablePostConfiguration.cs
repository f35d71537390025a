using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmsPortal.Model;

namespace SmsPortal.Storage.Configurations;

internal sealed class UnreadablePostConfiguration : IEntityTypeConfiguration<UnreadablePost>
{
    public void Configure(EntityTypeBuilder<UnreadablePost> builder)
    {
        builder.ToTable("unreadable_post");
        builder.HasOne<VendorAccount>().WithMany().HasForeignKey(post => post.AccountId);

        // Admins see the newest of an account.
        builder.HasIndex(post => new { post.AccountId, post.Id });
    }
}
