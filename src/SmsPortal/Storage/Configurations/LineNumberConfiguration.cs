using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmsPortal.Model;

namespace SmsPortal.Storage.Configurations;

internal sealed class LineNumberConfiguration : IEntityTypeConfiguration<LineNumber>
{
    public void Configure(EntityTypeBuilder<LineNumber> builder)
    {
        builder.ToTable("line_number");
        builder.HasOne<PhoneLine>().WithMany().HasForeignKey(number => number.LineId);

        // A line has one current number.
        builder.HasIndex(number => number.LineId).IsUnique().HasFilter("until IS NULL").HasDatabaseName("ix_line_number_current");
    }
}
