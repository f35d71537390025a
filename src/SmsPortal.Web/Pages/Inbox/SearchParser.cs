using SmsPortal.Storage;
using SmsPortal.Web.Components;
using SmsPortal.Web.Resources;

namespace SmsPortal.Web.Pages.Inbox;

/// <summary>
/// Reads the search box: words, <c>"exact"</c>, <c>-not</c>, and <c>from: to: group: vendor: is: has: before: after:</c>. What it does not understand it says
/// in words; the rest applies.
/// </summary>
public static class SearchParser
{
    private const int MostTexts = 12;

    /// <summary>The filter that a search text means; an empty text narrows nothing.</summary>
    public static ParsedSearch Parse(string? text, SearchContext context)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return new ParsedSearch(new MessageFilter(), []);
        }

        var reading = new Reading(context);
        foreach (var token in SearchToken.Split(text, out var isOpen))
        {
            reading.Take(token);
            if (isOpen && token.IsQuoted && reading.Errors.Count == 0)
            {
                reading.Errors.Add(Strings.SearchQuoteOpen);
            }
        }

        return new ParsedSearch(reading.Filter, reading.Errors);
    }

    private sealed class Reading(SearchContext context)
    {
        private readonly List<string> _words = [];
        private readonly List<string> _phrases = [];
        private readonly List<string> _without = [];
        private MessageFilter _filter = new();

        public List<string> Errors { get; } = [];

        public MessageFilter Filter => _filter with { Words = _words, Phrases = _phrases, Without = _without };

        public void Take(SearchToken token)
        {
            if (token.Operator is null)
            {
                TakeText(token);
            }
            else if (token.IsWithout)
            {
                Errors.Add(Words.Of(Strings.SearchNotWithout, token.Operator));
            }
            else if (token.Value.Length == 0)
            {
                Errors.Add(Words.Of(Strings.SearchNoValue, token.Operator));
            }
            else
            {
                TakeOperator(token.Operator, token.Value);
            }
        }

        private void TakeText(SearchToken token)
        {
            if (token.Value.Length == 0)
            {
                return;
            }

            if (_words.Count + _phrases.Count + _without.Count == MostTexts)
            {
                Errors.Add(Words.Of(Strings.SearchTooMany, MostTexts));
            }
            else
            {
                (token.IsWithout ? _without : token.IsQuoted || !IsWord(token.Value) ? _phrases : _words).Add(token.Value);
            }
        }

        private void TakeOperator(string name, string value)
        {
            switch (name)
            {
                case "from":
                    _filter = _filter with { From = Number(value) };
                    break;
                case "to":
                    _filter = _filter with { To = Number(value) };
                    break;
                case "group":
                    TakeGroup(value);
                    break;
                case "vendor":
                    TakeVendor(value);
                    break;
                case "is":
                    TakeState(value);
                    break;
                case "has" when value.Equals("code", StringComparison.OrdinalIgnoreCase):
                    _filter = _filter with { WithCodeOnly = true };
                    break;
                case "has":
                    Errors.Add(Words.Of(Strings.SearchHas, value));
                    break;
                case "after" or "since":
                    _filter = Day(name, value) is { } since ? _filter with { Since = since } : _filter;
                    break;
                case "before":
                    _filter = Day(name, value) is { } until ? _filter with { Until = until } : _filter;
                    break;
                default:
                    Errors.Add(Words.Of(Strings.SearchUnknown, name));
                    break;
            }
        }

        private void TakeGroup(string value)
        {
            var group = context.Groups.FirstOrDefault(one => one.Name.Equals(value, StringComparison.CurrentCultureIgnoreCase))
                ?? context.Groups.FirstOrDefault(one => one.Name.Contains(value, StringComparison.CurrentCultureIgnoreCase));
            if (group is null)
            {
                Errors.Add(Words.Of(Strings.SearchNoGroup, value));
            }

            // An unknown group matches nothing, rather than everything.
            _filter = _filter with { GroupId = group?.Id ?? -1 };
        }

        private void TakeVendor(string value)
        {
            var key = VendorNames.Keys.FirstOrDefault(one => Same(one, value) || Same(VendorNames.Name(one), value) || Same(VendorNames.Mark(one), value))
                ?? VendorNames.Keys.FirstOrDefault(one => Plain(VendorNames.Name(one)).StartsWith(Plain(value), StringComparison.OrdinalIgnoreCase));
            if (key is null)
            {
                Errors.Add(Words.Of(Strings.SearchNoVendor, value, string.Join(", ", VendorNames.Keys.Select(VendorNames.Name))));
            }

            _filter = _filter with { VendorKey = key ?? "?" };
        }

        private void TakeState(string value)
        {
            switch (value.ToLowerInvariant())
            {
                case "unread":
                    _filter = _filter with { UnreadOnly = true };
                    break;
                case "received" or "incoming":
                    _filter = _filter with { Incoming = true };
                    break;
                case "sent":
                    _filter = _filter with { Incoming = false };
                    break;
                default:
                    Errors.Add(Words.Of(Strings.SearchIs, value));
                    break;
            }
        }

        private DateTimeOffset? Day(string name, string value)
        {
            if (SearchDates.Read(value, context.Today) is { } day)
            {
                return context.StartOf(day);
            }

            Errors.Add(Words.Of(Strings.SearchNoDay, name, value));
            return null;
        }

        private static bool Same(string a, string b) => a.Equals(b, StringComparison.OrdinalIgnoreCase);

        private static string Plain(string text) => text.Replace(" ", "", StringComparison.Ordinal);

        // The index knows whole words; codes stand behind letters and hyphens (G-804036), and some scripts write without spaces.
        private static bool IsWord(string value) => value.All(c => char.IsLetter(c) && c < '\u0E00');

        // "+1 850-381" is stored as +1850381… or as the vendor writes it: digits alone are in both.
        private static string Number(string value) => value.Any(char.IsAsciiDigit) && value.All(c => char.IsAsciiDigit(c) || c is '+' or '-' or ' ' or '(' or ')' or '.')
            ? new string([.. value.Where(char.IsAsciiDigit)])
            : value;
    }
}
