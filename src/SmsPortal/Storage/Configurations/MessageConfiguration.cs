using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmsPortal.Model;

namespace SmsPortal.Storage.Configurations;

internal sealed class MessageConfiguration : IEntityTypeConfiguration<Message>
{
    public void Configure(EntityTypeBuilder<Message> builder)
    {
        builder.ToTable("message");

        // Not an identity column: the writer takes ids from the sequence under its lock, in commit order.
        builder.Property(message => message.Id).ValueGeneratedNever();
        builder.Property(message => message.Incoming).HasDefaultValue(true);

        // Inbox of those who see all or many lines: newest first, any depth by keyset.
        builder.HasIndex(message => new { message.At, message.Id }).IsDescending();

        // Inbox of those who see few lines, a line page, a conversation.
        builder.HasIndex(message => new { message.LineId, message.At, message.Id }).IsDescending(false, true, true);

        // Rare words and codes; common words are found by walking the newest.
        builder.HasIndex(message => message.Body).HasMethod("gin").HasDatabaseName("ix_message_words")
            .IsTsVectorExpressionIndex("simple");

        // Removing an account lists what hangs from it; foreign keys cost two look-ups per row and the writer resolves lines first.
    }
}
