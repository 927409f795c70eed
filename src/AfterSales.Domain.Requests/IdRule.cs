namespace AfterSales.Domain.Requests;

internal static class IdRule
{
    private const int MaximumLength = 128;

    internal static string Checked(string value, string what, string parameterName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value, parameterName);
        return value.Length <= MaximumLength
            ? value
            : throw new ArgumentException($"The identifier of a {what} has {value.Length} characters; at most {MaximumLength} are allowed.", parameterName);
    }

    internal static InvalidOperationException DefaultValue(string type) => new($"This is the default value of {type}, which identifies nothing.");
}
