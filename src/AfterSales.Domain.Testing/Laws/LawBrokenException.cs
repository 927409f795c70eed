namespace AfterSales.Domain.Testing;

/// <summary>A law that does not hold. The message prints the smallest counterexample that was found, as C# that compiles and as JSON for the command line.</summary>
public sealed class LawBrokenException : Exception
{
    /// <summary>Creates an exception that names no law.</summary>
    public LawBrokenException()
    {
    }

    /// <summary>Creates an exception that names no law.</summary>
    /// <param name="message">What is wrong.</param>
    public LawBrokenException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception that names no law.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="innerException">What led to it.</param>
    public LawBrokenException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    internal LawBrokenException(string law, string violation, string howFound, LawCase? counterexample)
        : base(Told(law, violation, howFound, counterexample))
    {
        Law = law;
        Violation = violation;
        Counterexample = counterexample;
    }

    /// <summary>Gets what the law says.</summary>
    public string Law { get; } = "";

    /// <summary>Gets what is wrong.</summary>
    public string Violation { get; } = "";

    /// <summary>Gets the smallest case that was found for which the law does not hold; null when the fault needs none to be shown.</summary>
    public LawCase? Counterexample { get; }

    private static string Told(string law, string violation, string howFound, LawCase? counterexample)
    {
        string told = $"The law \"{law}\" does not hold: {violation}\n{howFound}\n";
        if (counterexample is null)
        {
            return told;
        }

        string documents = string.Concat(counterexample.Documents.Select(one => $"\n---- {one.Key}\n{one.Value.TrimEnd('\n')}\n"));
        return $"{told}\n---- as C#\n{counterexample.ToCSharp()}\n---- as documents: {counterexample.Command}\n{documents}";
    }
}
