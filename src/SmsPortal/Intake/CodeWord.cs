namespace SmsPortal.Intake;

/// <summary>A known word, folded as <see cref="CodeText"/> folds texts.</summary>
/// <param name="Text">Folded; a space also stands for a hyphen or a line break.</param>
/// <param name="Kind">What it says.</param>
/// <param name="InsideWord">May begin inside a word: German "Anmeldecode", Swedish "engångskod".</param>
/// <param name="WholeWord">Must end with the word: "pin", not "pink".</param>
internal sealed record CodeWord(string Text, CodeWordKind Kind, bool InsideWord, bool WholeWord)
{
    /// <summary>Whether the word stands at <paramref name="at"/>.</summary>
    public bool Matches(CodeText text, int at)
    {
        var end = at + Text.Length;
        if (end > text.Length || (!InsideWord && text.ContinuesWord(at)) || (WholeWord && text.ContinuesWord(end, digits: true)))
        {
            return false;
        }

        for (var i = 1; i < Text.Length; i++)
        {
            var c = text.Folded[at + i];
            if (Text[i] != c && !(Text[i] == ' ' && c is '-' or '\n'))
            {
                return false;
            }
        }

        return true;
    }
}
