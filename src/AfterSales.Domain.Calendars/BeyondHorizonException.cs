namespace AfterSales.Domain.Calendars;

/// <summary>An amount of open time or working days ends outside a calendar's horizon, or the calendar never opens that long again.</summary>
/// <remarks>Thrown at once, never after a search without end; the Try methods answer false instead.</remarks>
public sealed class BeyondHorizonException : InvalidOperationException
{
    /// <summary>Makes the exception without a message of its own.</summary>
    public BeyondHorizonException()
        : this("The amount ends outside the calendar's horizon.")
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What was asked and what is allowed.</param>
    public BeyondHorizonException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception with its cause.</summary>
    /// <param name="message">What was asked and what is allowed.</param>
    /// <param name="innerException">The cause.</param>
    public BeyondHorizonException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
