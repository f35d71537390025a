namespace SmsPortal.VendorSimulator.Texts;

/// <summary>A text ready to be delivered; <c>Code</c> is what a person would call the code, empty if there is none.</summary>
public sealed record DrawnText(string Service, string From, string Body, string Code);

/// <summary>Draws texts from <see cref="CorpusTemplates"/> and fills in a fresh code.</summary>
public static class Corpus
{
    public static DrawnText Draw(Chance chance) => Fill(chance.Pick(CorpusTemplates.All), chance);

    /// <summary>A text such as this service sends; a plain one in its name when the corpus does not know it.</summary>
    public static DrawnText DrawFor(string service, Chance chance)
    {
        var known = CorpusTemplates.All.Where(template => string.Equals(template.Service, service, StringComparison.OrdinalIgnoreCase)).ToList();
        return Fill(known.Count > 0 ? chance.Pick(known) : new CorpusTemplate(service, service, "6", $"Your {service} verification code is {{code}}"), chance);
    }

    private static DrawnText Fill(CorpusTemplate template, Chance chance)
    {
        var code = template.Shape switch
        {
            "" => "",
            "G" => $"G-{chance.Digits(6)}",
            "3-3" => $"{chance.Digits(3)}-{chance.Digits(3)}",
            "A" => chance.Code(6),
            var digits => chance.Digits(int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture)),
        };
        var body = template.Body.Replace("{code}", code, StringComparison.Ordinal)
            .Replace("{n}", chance.Between(2, 59).ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        return new DrawnText(template.Service, template.From, body, code);
    }
}
