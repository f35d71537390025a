using SmsPortal.VendorSimulator.CoolSms;
using SmsPortal.VendorSimulator.GetSms;
using SmsPortal.VendorSimulator.Http;
using SmsPortal.VendorSimulator.JookSms;
using SmsPortal.VendorSimulator.SmsPins;
using SmsPortal.VendorSimulator.SmsPool;

namespace SmsPortal.VendorSimulator;

/// <summary>Every endpoint of every vendor document; literal paths stand before those with segments.</summary>
public static class EndpointTable
{
    public static IReadOnlyList<VendorEndpoint> All { get; } =
    [
        .. CoolSmsEndpoints.Rows,
        .. SmsPoolEndpoints.Rows,
        .. JookSmsEndpoints.Rows,
        .. GetSmsEndpoints.Rows,
        .. SmsPinsEndpoints.Rows,
    ];

    private static readonly ILookup<string, VendorEndpoint> ByVendor = All.ToLookup(row => row.Vendor);

    /// <summary>The row that a call means; null when the vendor has no such path or does not take the method.</summary>
    internal static VendorEndpoint? Find(VendorCall call, out bool pathExists)
    {
        var path = call.Path.Split('/');
        pathExists = false;
        foreach (var row in ByVendor[call.Vendor])
        {
            if (row.Matches(call, path, out var segments))
            {
                pathExists = true;
                if (row.Methods.Contains(call.Method))
                {
                    call.Segments = segments;
                    return row;
                }
            }
        }

        return null;
    }
}
