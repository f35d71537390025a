using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SmsPortal.Model;

namespace SmsPortal.Storage.Configurations;

internal sealed class TeamConfiguration : IEntityTypeConfiguration<Team>
{
    public void Configure(EntityTypeBuilder<Team> builder)
    {
        builder.ToTable("team");
        builder.Property(team => team.Name).HasMaxLength(200);
        builder.HasIndex(team => team.Name).IsUnique();
    }
}
