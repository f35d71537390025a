namespace SmsPortal.VendorSimulator;

/// <summary>Every random choice comes from here, so that a seed repeats a run. Only used inside <see cref="Simulator.Act{T}"/>.</summary>
public sealed class Chance(int seed)
{
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const string TokenCharacters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    private readonly Random _random = new(seed);

    public bool Happens(double probability) => _random.NextDouble() < probability;

    public double In(Seconds range) => range.From + ((range.To - range.From) * _random.NextDouble());

    public int Between(int from, int to) => _random.Next(from, to + 1);

    public T Pick<T>(IReadOnlyList<T> of) => of[_random.Next(of.Count)];

    public double Exponential(double mean) => -mean * Math.Log(1 - _random.NextDouble());

    public string Code(int length) => Text(Letters, length);

    public string Token(int length) => Text(TokenCharacters, length);

    public string Digits(int length) => Text("0123456789", length);

    private string Text(string from, int length) =>
        string.Create(length, from, (span, letters) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = letters[_random.Next(letters.Length)];
            }
        });
}
