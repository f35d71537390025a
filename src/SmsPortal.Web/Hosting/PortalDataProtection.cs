using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Npgsql;

namespace SmsPortal.Web.Hosting;

/// <summary>Data Protection with its key ring in PostgreSQL, the ring itself encrypted by the master key.</summary>
public static class PortalDataProtection
{
    /// <summary>Adds Data Protection. It needs an <see cref="NpgsqlDataSource"/> among the services, and the table when it is first used.</summary>
    public static IServiceCollection AddPortalDataProtection(this IServiceCollection services, MasterKey master)
    {
        services.AddSingleton(master);
        services.AddDataProtection().SetApplicationName("SmsPortal");
        services.AddOptions<KeyManagementOptions>().Configure<NpgsqlDataSource>((options, source) =>
        {
            options.XmlRepository = new KeyRingRepository(source);
            options.XmlEncryptor = new MasterKeyXmlEncryptor(master);
        });
        return services;
    }

    /// <summary>Opens every key of the ring with the master key; to be called after the migrations and before anything is served.</summary>
    /// <exception cref="StartRefusedException">The ring was encrypted with another master key, or was altered.</exception>
    public static void CheckMasterKey(this IServiceProvider services)
    {
        var master = services.GetRequiredService<MasterKey>();
        var encrypted = new KeyRingRepository(services.GetRequiredService<NpgsqlDataSource>()).GetAllElements()
            .SelectMany(element => element.Descendants(MasterKeyXml.Element))
            .ToList();
        var foreign = encrypted.Count(element => !MasterKeyXml.IsBy(element, master));
        if (foreign > 0)
        {
            throw new StartRefusedException(
                $"The master key ({master.Source}) is not the one that this database was made with ({foreign} of {encrypted.Count} keys were encrypted with another): "
                + "put the right key back into SMSPORTAL_MASTER_KEY or into the file that SMSPORTAL_MASTER_KEY_FILE names. Without it the stored vendor keys cannot be opened.");
        }

        try
        {
            encrypted.ForEach(element => MasterKeyXml.Decrypt(element, master));
        }
        catch (Exception e) when (e is CryptographicException or FormatException or OverflowException)
        {
            throw new StartRefusedException("A row of the table data_protection_key was altered and cannot be opened: put the table back from a backup.", e);
        }
    }
}
