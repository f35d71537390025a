using System.Globalization;
using Microsoft.AspNetCore.Components;
using SmsPortal.Model;
using SmsPortal.Reading;
using SmsPortal.Storage;
using SmsPortal.Web.Resources;

namespace SmsPortal.Web.Pages.Inbox;

/// <summary>How a message came, what it belongs to, and what was folded into it.</summary>
public sealed partial class MessageFactList
{
    [Parameter, EditorRequired]
    public required StoredMessage Message { get; set; }

    [Parameter]
    public MessageFacts? Facts { get; set; }

    private string Folded => Facts is not { Sightings.Count: > 0 }
        ? Strings.NoDuplicates
        : string.Join(", ", Facts.Sightings.Select(sighting => Words.Of(sighting.Way == ArrivalWay.Webhook ? Strings.FoldedByWebhook : Strings.FoldedByPoll, sighting.Count)));

    private IEnumerable<string> Order()
    {
        if (Message.OrderKey is { } order)
        {
            yield return "#" + order;
        }

        if (Message.Service is { } service)
        {
            yield return service;
        }

        if (Message.Price is { } price)
        {
            yield return price.ToString("0.00##", CultureInfo.CurrentCulture) + " " + (Facts?.Currency ?? "");
        }
    }
}
