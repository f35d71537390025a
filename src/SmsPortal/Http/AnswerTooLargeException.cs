namespace SmsPortal.Http;

/// <summary>An answer had more bytes, after decompression, than <see cref="OutboundOptions.MaxAnswerBytes"/>.</summary>
public sealed class AnswerTooLargeException(int limit) : IOException($"The answer is larger than {limit} bytes.");
