namespace AfterSales.Domain.Requests;

/// <summary>The bounds of what a request holds: regions, product lines, values of attributes, members of enumerations.</summary>
internal static class RequestText
{
    internal const int MaximumLength = 256;

    internal static string Checked(string value, string what, string parameterName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value, parameterName);
        return value.Length <= MaximumLength
            ? value
            : throw new ArgumentException($"The {what} has {value.Length} characters; at most {MaximumLength} are allowed.", parameterName);
    }

    internal static T Checked<T>(T value, int number, T last, string parameterName)
        where T : struct, Enum =>
        number >= 0 && Comparer<T>.Default.Compare(value, last) <= 0
            ? value
            : throw new ArgumentOutOfRangeException(parameterName, value, $"Allowed are {string.Join(", ", Enum.GetNames<T>())}.");
}
