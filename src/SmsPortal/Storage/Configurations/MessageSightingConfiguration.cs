using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmsPortal.Model;

namespace SmsPortal.Storage.Configurations;

internal sealed class MessageSightingConfiguration : IEntityTypeConfiguration<MessageSighting>
{
    public void Configure(EntityTypeBuilder<MessageSighting> builder)
    {
        builder.ToTable("message_sighting");
        builder.HasKey(sighting => new { sighting.MessageId, sighting.Way });
    }
}
