using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmsPortal.Model;

namespace SmsPortal.Storage.Configurations;

internal sealed class LineGroupConfiguration : IEntityTypeConfiguration<LineGroup>
{
    public void Configure(EntityTypeBuilder<LineGroup> builder)
    {
        builder.ToTable("line_group");
        builder.Property(group => group.Name).HasMaxLength(200);
        builder.HasIndex(group => group.Name).IsUnique();
    }
}
