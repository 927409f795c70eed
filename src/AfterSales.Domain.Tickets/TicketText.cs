namespace AfterSales.Domain.Tickets;

/// <summary>The bounds of texts that a host gives.</summary>
internal static class TicketText
{
    internal static string Checked(string value, string what, int maximumLength, string parameterName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value, parameterName);
        return value.Length <= maximumLength
            ? value
            : throw new ArgumentException(FormattableString.Invariant($"The {what} has {value.Length} characters; at most {maximumLength} are allowed."), parameterName);
    }
}
