using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmsPortal.Model;

namespace SmsPortal.Storage.Configurations;

internal sealed class MessageIdentityConfiguration : IEntityTypeConfiguration<MessageIdentity>
{
    public void Configure(EntityTypeBuilder<MessageIdentity> builder)
    {
        builder.ToTable("message_identity");

        // This index decides what is new; no code does.
        builder.HasKey(identity => new { identity.AccountId, identity.Hash, identity.Occurrence });
    }
}
