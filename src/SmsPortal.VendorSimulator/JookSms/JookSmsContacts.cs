using System.Globalization;
using System.Text.Json.Nodes;
using SmsPortal.VendorSimulator.Http;

namespace SmsPortal.VendorSimulator.JookSms;

internal static class JookSmsContacts
{
    public static VendorAnswer Get(Simulator simulator, JookSmsAccount account, VendorCall call) =>
        account.Contacts.Find(contact => contact.Id.ToString(CultureInfo.InvariantCulture) == call.Segments["id"]) is { } contact
            ? JookSmsShapes.Ok(JookSmsShapes.Contact(contact, withReference: true))
            : JookSmsShapes.Error(simulator, 404, "not_found", "The contact was not found.");

    public static VendorAnswer List(Simulator simulator, JookSmsAccount account, VendorCall call) =>
        JookSmsShapes.Page(account.Contacts, call, contact => JookSmsShapes.Contact(contact, withReference: true));

    public static VendorAnswer Groups(Simulator simulator, JookSmsAccount account, VendorCall call) =>
        JookSmsShapes.Page(account.Groups, call, group => new JsonObject { ["id"] = group.Id, ["name"] = group.Name });

    public static VendorAnswer Create(Simulator simulator, JookSmsAccount account, VendorCall call)
    {
        foreach (var name in (string[])["first_name", "last_name", "main_phone"])
        {
            if (call.Field(name) is null)
            {
                return JookSmsShapes.Error(simulator, 422, "invalid_request", $"The {name} field is required.");
            }
        }

        var group = call.Number("contact_group_id");
        if (group is not null && !account.Groups.Exists(known => known.Id == group))
        {
            return JookSmsShapes.Error(simulator, 422, "invalid_request", "The selected contact_group_id is invalid.");
        }

        var contact = simulator.JookSms.AddContact(
            account, call.Field("first_name")!, call.Field("last_name"), call.Field("main_phone")!, call.Field("reference"), group);
        simulator.Counters.Effect(VendorNames.JookSms, "contacts");
        var answer = JookSmsShapes.Ok(JookSmsShapes.Contact(contact, withReference: true));
        contact.IsFresh = false;
        return answer;
    }

    /// <summary>Names in a bulk send create the contact, or overwrite its names (jooksms:190).</summary>
    public static void Remember(Simulator simulator, JookSmsAccount account, string phone, string? first, string? last)
    {
        if (first is null && last is null)
        {
            return;
        }

        var known = account.Contacts.FindLast(contact => JookSmsWorld.Digits(contact.MainPhone) == JookSmsWorld.Digits(phone));
        if (known is null)
        {
            simulator.JookSms.AddContact(account, first ?? "", last, phone, null, null).IsFresh = false;
            simulator.Counters.Effect(VendorNames.JookSms, "contacts");
            return;
        }

        known.FirstName = first ?? known.FirstName;
        known.LastName = last ?? known.LastName;
    }
}
